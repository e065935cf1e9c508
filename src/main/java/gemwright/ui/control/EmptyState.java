package gemwright.ui.control;

import gemwright.ui.desk.Tone;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.feather.Feather;

/// A screen that lacks something: what it is for, what is missing, and the buttons that supply it.
public final class EmptyState extends VBox {
    private static final int ICON = 32;

    private final VBox needs = new VBox();

    /// Says what the screen does and what it waits for.
    public EmptyState(Feather icon, String title, String text) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label why = Words.wrapped(Words.muted(text));
        why.setTextAlignment(TextAlignment.CENTER);
        why.setAlignment(Pos.CENTER);
        why.getStyleClass().add("empty-why");
        needs.getStyleClass().add("needs");
        needs.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(needs.getChildren()));
        getChildren().addAll(Icons.of(icon, ICON), Words.heading(title), why, needs);
    }

    /// Adds one thing that the screen needs: what it is, what is known of it, and the button that
    /// supplies it.
    public EmptyState need(boolean there, String name, String detail, Node button) {
        Node sign = there ? Icons.of(Tone.SUCCESS) : Icons.of(Feather.CIRCLE);
        Label what = Words.text(name);
        what.setMinWidth(USE_PREF_SIZE);
        Label known = Words.wrapped(Words.secondary(detail));
        known.getStyleClass().add("need-known");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(sign, what, known, space, button);
        row.getStyleClass().add("need");
        row.setAlignment(Pos.CENTER_LEFT);
        needs.getChildren().add(row);
        return this;
    }

    /// Adds a remark at the end.
    public EmptyState remark(String text) {
        getChildren().add(Words.styled(Words.secondary(text), "empty-remark"));
        return this;
    }

    /// Adds buttons in a row.
    public EmptyState ways(Node... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("ways");
        row.setAlignment(Pos.CENTER);
        getChildren().add(row);
        return this;
    }
}
