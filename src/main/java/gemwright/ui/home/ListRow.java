package gemwright.ui.home;

import gemwright.ui.control.Words;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row of a list in a card, 48 high: icon, a line over a smaller one, and when. Enter or a click
/// opens it.
final class ListRow extends Button {
    ListRow(Node icon, String title, String detail, String when, Runnable open) {
        Label above = Words.text(title);
        Label below = Words.secondary(detail);
        VBox words = new VBox(above, below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label time = Words.secondary(when);
        time.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(icon, words, time);
        row.getStyleClass().add("list-row-inside");
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(widthProperty().subtract(32));
        row.setMinWidth(0);
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        getStyleClass().add("list-row-button");
        setAccessibleText(title + ", " + detail);
        setOnAction(_ -> open.run());
    }
}
