package gemwright.report.chart;

import java.awt.Color;

/// The colours of charts, for paper, the light and the dark window.
///
/// @param text titles and values
/// @param muted axis labels
/// @param referenceFill area of the reference
/// @param referenceLine its outline, and lines of calm series
/// @param current outline and hatch of the current data, and what lies outside its band
/// @param band the reference's band, and the shade behind reference windows
/// @param ground behind the hatch of the current data where it does not cover the reference
public record Palette(
        Color text,
        Color muted,
        Color grid,
        Color axis,
        Color referenceFill,
        Color referenceLine,
        Color current,
        Color band,
        Color ground) {
    /// For the PDF.
    public static final Palette PAPER =
            new Palette(
                    rgb(0x1E2329),
                    rgb(0x5B636C),
                    rgb(0xE3E7EB),
                    rgb(0x9AA2AB),
                    rgb(0xABB7C4),
                    rgb(0x55687F),
                    rgb(0xC25A12),
                    rgb(0xE9EDF2),
                    rgb(0xFFFFFF));

    /// For the window by day.
    public static final Palette LIGHT =
            new Palette(
                    rgb(0x24292F),
                    rgb(0x57606A),
                    rgb(0xE6EAEE),
                    rgb(0x868F99),
                    rgb(0xB4C1D6),
                    rgb(0x4F6385),
                    rgb(0xC2510C),
                    rgb(0xE3E9F2),
                    rgb(0xFFFFFF));

    /// For the window by night.
    public static final Palette DARK =
            new Palette(
                    rgb(0xC9D1D9),
                    rgb(0x8B949E),
                    rgb(0x232A33),
                    rgb(0x656C76),
                    rgb(0x384A66),
                    rgb(0x9DB4D8),
                    rgb(0xF0883E),
                    rgb(0x1A2433),
                    rgb(0x0D1117));

    private static Color rgb(int hex) {
        return new Color(hex);
    }
}
