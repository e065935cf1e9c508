package gemwright.ui.control;

import gemwright.ui.desk.Tone;

import javafx.scene.control.Label;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A short word in a rounded frame: a verdict with icon and colour, a count, a tag.
public final class Pill extends Label {
    private static final int SMALL_ICON = 12;

    private Pill(String text, String... styles) {
        super(text);
        getStyleClass().add("pill");
        getStyleClass().addAll(styles);
        setMinWidth(USE_PREF_SIZE);
    }

    /// A verdict: the icon, the word, the colour of its tone.
    public static Pill verdict(Tone tone, Feather icon, String word) {
        Pill pill = new Pill(word, "verdict", tone.style());
        FontIcon shown = Icons.of(icon, SMALL_ICON);
        shown.getStyleClass().add(tone.style());
        pill.setGraphic(shown);
        return pill;
    }

    /// A count beside a name, on a grey ground.
    public static Pill count(String number) {
        return new Pill(number, "count");
    }

    /// A count that asks for a look, in the colour of its tone.
    public static Pill count(String number, Tone tone) {
        return new Pill(number, "count", tone.style());
    }

    /// A tag with a thin border.
    public static Pill tag(String text) {
        return new Pill(text, "tag");
    }
}
