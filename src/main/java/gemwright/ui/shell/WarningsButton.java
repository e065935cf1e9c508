package gemwright.ui.shell;

import gemwright.ui.control.Icons;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Notices.Notice;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.feather.Feather;

/// The warnings that stay, as a list that opens from the status bar; a warning that leads somewhere
/// is followed by choosing it.
final class WarningsButton extends MenuButton {
    private static final double WIDEST = 560;

    WarningsButton(Desk desk) {
        super("", Icons.of(Feather.BELL));
        int count = desk.notices().kept().size();
        setText(desk.language().figures().count(count));
        getStyleClass().addAll("status-button", "language-button");
        setId("warnings");
        setAccessibleText(desk.language().say("status.warnings", count));
        setTooltip(new javafx.scene.control.Tooltip(desk.language().say("status.warnings", count)));
        for (Notice notice : desk.notices().kept().reversed()) {
            getItems().add(item(desk, notice));
        }
        MenuItem clear = new MenuItem(desk.language().say("status.warnings.clear"));
        clear.setOnAction(_ -> desk.notices().kept().clear());
        getItems().addAll(new SeparatorMenuItem(), clear);
    }

    private static MenuItem item(Desk desk, Notice notice) {
        javafx.scene.control.Label words =
                new javafx.scene.control.Label(desk.language().say(notice.text()));
        words.setWrapText(true);
        words.setMaxWidth(WIDEST);
        words.setGraphic(Icons.of(notice.tone()));
        MenuItem item = new javafx.scene.control.CustomMenuItem(words, true);
        item.setOnAction(
                _ -> {
                    desk.notices().kept().remove(notice);
                    notice.link().ifPresent(link -> link.go().run());
                });
        return item;
    }
}
