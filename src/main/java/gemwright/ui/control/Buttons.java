package gemwright.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

/// Buttons of the design: one accent button a screen, bordered ones beside it, small ones in cards,
/// links in card heads.
public final class Buttons {
    private Buttons() {}

    /// The one accent button of a screen.
    public static Button primary(Feather icon, String text, Runnable run) {
        return button(icon, text, run, "primary");
    }

    /// A bordered button, 32 high.
    public static Button secondary(Feather icon, String text, Runnable run) {
        return button(icon, text, run, "secondary-button");
    }

    /// A bordered button, 28 high, for cards and messages.
    public static Button small(Feather icon, String text, Runnable run) {
        return button(icon, text, run, "small-button");
    }

    /// A bordered button without icon, 28 high.
    public static Button small(String text, Runnable run) {
        Button button = new Button(text);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    /// A borderless button in the accent colour, for the head of a card.
    public static Button link(Feather icon, String text, Runnable run) {
        return button(icon, text, run, "link-button");
    }

    /// A link within text.
    public static Hyperlink link(String text, Runnable run) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("text-link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> run.run());
        return link;
    }

    /// A borderless button that shows only its icon; the words are its tooltip and its name for
    /// screen readers.
    public static Button icon(Feather icon, String words, Runnable run) {
        Button button = button(icon, words, run, "icon-button");
        onlyIcon(button, words);
        return button;
    }

    /// A bordered square button that shows only its icon, 28 or as its place says.
    public static Button square(Feather icon, String words, Runnable run) {
        Button button = button(icon, words, run, "square-button");
        onlyIcon(button, words);
        return button;
    }

    private static void onlyIcon(Button button, String words) {
        button.setMinWidth(Region.USE_COMPUTED_SIZE);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setAccessibleRole(AccessibleRole.BUTTON);
    }

    private static Button button(Feather icon, String text, Runnable run, String style) {
        Button button = new Button(text, Icons.of(icon));
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
