package gemwright.ui.desk;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the window looks: light or dark, the size of its text, with or without motion.
public final class Appearance {
    /// The font size that the screens are measured for, in pixels.
    public static final int NORMAL_FONT = 14;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final BooleanProperty systemDark = new SimpleBooleanProperty();
    private final IntegerProperty fontSize = new SimpleIntegerProperty(NORMAL_FONT);
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty();
    private final BooleanProperty systemStill = new SimpleBooleanProperty();

    /// Which of the two looks to wear.
    public enum Theme {
        /// As the desktop does.
        SYSTEM,
        LIGHT,
        DARK
    }

    /// The theme asked for.
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// Whether the desktop is dark; the shell keeps it true.
    public BooleanProperty systemDark() {
        return systemDark;
    }

    /// Whether the window is dark now.
    public boolean dark() {
        return switch (theme.get()) {
            case SYSTEM -> systemDark.get();
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// From light to dark and back, whatever the desktop does.
    public void toggle() {
        theme.set(dark() ? Theme.LIGHT : Theme.DARK);
    }

    /// Size of normal text in pixels, 10 to 28.
    public IntegerProperty fontSize() {
        return fontSize;
    }

    /// Whether the settings ask for things to appear at once instead of moving.
    public BooleanProperty reduceMotion() {
        return reduceMotion;
    }

    /// Whether the desktop asks for it; the shell keeps it true.
    public BooleanProperty systemStill() {
        return systemStill;
    }

    /// Whether nothing is to move.
    public boolean still() {
        return reduceMotion.get() || systemStill.get();
    }

    /// How much larger than normal text is.
    public double scale() {
        return (double) fontSize.get() / NORMAL_FONT;
    }
}
