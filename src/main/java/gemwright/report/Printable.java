package gemwright.report;

import gemwright.report.chart.ChartFonts;

/// Makes strings of the user safe to print: line breaks and control characters become spaces,
/// characters that the font lacks a box. One missing character would otherwise turn a whole chart
/// label into shapes that nobody can search.
final class Printable {
    private static final int BOX = '□';

    private Printable() {}

    static String of(String text) {
        if (text.codePoints().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(printable(c)));
        return clean.toString();
    }

    private static int printable(int codePoint) {
        if (codePoint == '\u00A0') {
            return codePoint;
        }
        if (Character.isISOControl(codePoint) || Character.isWhitespace(codePoint)) {
            return ' ';
        }
        boolean drawn =
                switch (Character.getType(codePoint)) {
                    case Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.FORMAT ->
                            false;
                    default -> ChartFonts.has(codePoint);
                };
        return drawn ? codePoint : BOX;
    }
}
