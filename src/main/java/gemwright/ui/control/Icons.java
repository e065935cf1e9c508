package gemwright.ui.control;

import gemwright.ui.desk.Tone;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons in the sizes of the design. An icon never stands alone: a word or a tooltip goes
/// with it.
public final class Icons {
    /// The size of all icons but those of empty panels, in pixels.
    public static final int SIZE = 16;

    private Icons() {}

    /// The icon in its normal size, coloured as muted text unless its place says otherwise.
    public static FontIcon of(Feather icon) {
        return of(icon, SIZE);
    }

    /// The icon in that size in pixels.
    public static FontIcon of(Feather icon, int size) {
        FontIcon shown = new FontIcon(icon);
        // The theme's own size would win over one that is merely set: a style class per size.
        shown.getStyleClass().addAll("icon", "icon-" + size);
        return shown;
    }

    /// The icon that goes with a tone, in its colour.
    public static FontIcon of(Tone tone) {
        FontIcon shown =
                of(
                        switch (tone) {
                            case NEUTRAL -> Feather.INFO;
                            case WORKING -> Feather.CLOCK;
                            case SUCCESS -> Feather.CHECK_CIRCLE;
                            case WARNING -> Feather.ALERT_TRIANGLE;
                            case DANGER -> Feather.X_CIRCLE;
                        });
        shown.getStyleClass().add(tone.style());
        return shown;
    }

    /// The icon in the colour of a tone and that size.
    public static FontIcon of(Feather icon, Tone tone, int size) {
        FontIcon shown = of(icon, size);
        shown.getStyleClass().add(tone.style());
        return shown;
    }

    /// The icon in the colour of a tone.
    public static FontIcon of(Feather icon, Tone tone) {
        FontIcon shown = of(icon);
        shown.getStyleClass().add(tone.style());
        return shown;
    }
}
