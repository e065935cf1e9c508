package gemwright.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/// Shortcuts as the user reads them.
public final class KeyText {
    private KeyText() {}

    /// `Ctrl+Shift+L`, or `⇧⌘L` on macOS, for `Shortcut+Shift+L`.
    public static String of(String shortcut) {
        String shown = KeyCombination.keyCombination(shortcut).getDisplayText();
        return shown.replace("Comma", ",").replace("Plus", "+").replace("Minus", "−");
    }

    /// A key in a thin frame.
    public static Label frame(String keys) {
        Label label = new Label(keys);
        label.getStyleClass().add("key");
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
