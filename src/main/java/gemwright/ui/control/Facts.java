package gemwright.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names and values in two columns: the attributes of a node, the facts of a file.
public final class Facts extends GridPane {
    private static final double NAMES = 132;

    /// No fact yet.
    public Facts() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /// Adds a fact.
    public Facts fact(String name, String value) {
        Label shown = Words.wrapped(Words.small(value));
        return fact(name, shown);
    }

    /// Adds a fact that is shown by a node.
    public Facts fact(String name, Node value) {
        Label what = Words.label(name, "fact-name");
        GridPane.setValignment(what, javafx.geometry.VPos.TOP);
        addRow(getRowCount(), what, value);
        return this;
    }
}
