package gemwright.ui.control;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A table in the look of the design: rows of 32 pixels, sortable, columns choosable, Ctrl+C copies
/// the selected rows tab-separated. Virtual: a million rows show at once.
public final class DataTable<T> extends TableView<T> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 32;
    private static final double DENSE_ROW = 28;

    private final List<Function<T, String>> copied = new ArrayList<>();

    /// A table with no columns yet.
    ///
    /// @param name what screen readers call it
    public DataTable(String name, ObservableList<T> rows) {
        super(rows);
        getStyleClass().add("data-table");
        setAccessibleText(name);
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(""));
        getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnRequest);
    }

    /// Rows of 28 pixels.
    public DataTable<T> dense() {
        setFixedCellSize(DENSE_ROW);
        return this;
    }

    /// A column of text.
    public DataTable<T> text(String title, double width, Function<T, String> text) {
        return labelled(title, width, text, "text-column");
    }

    /// A column of code: paths, names of nodes.
    public DataTable<T> code(String title, double width, Function<T, String> text) {
        return labelled(title, width, text, "code-column");
    }

    /// A column of numbers at the right, sorted by their size.
    public DataTable<T> number(
            String title,
            double width,
            Function<T, ? extends Number> value,
            Function<T, String> text) {
        TableColumn<T, Number> column = column(title, width, "number-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setComparator(Comparator.comparingDouble(Number::doubleValue));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Number item, boolean empty) {
                                super.updateItem(item, empty);
                                T row = getTableRow() == null ? null : getTableRow().getItem();
                                setText(empty || row == null ? "" : text.apply(row));
                            }
                        });
        copied.add(text);
        return this;
    }

    /// A column of nodes, such as pills; `words` is what is copied and sorted by.
    public DataTable<T> node(
            String title, double width, Function<T, String> words, Function<T, Node> node) {
        TableColumn<T, String> column = column(title, width, "node-column");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String item, boolean empty) {
                                super.updateItem(item, empty);
                                T row = getTableRow() == null ? null : getTableRow().getItem();
                                setGraphic(empty || row == null ? null : node.apply(row));
                            }
                        });
        copied.add(words);
        return this;
    }

    private DataTable<T> labelled(
            String title, double width, Function<T, String> text, String style) {
        TableColumn<T, String> column = column(title, width, style);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        copied.add(text);
        return this;
    }

    private <V> TableColumn<T, V> column(String title, double width, String style) {
        TableColumn<T, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 40));
        column.getStyleClass().add(style);
        if (getColumns().isEmpty()) {
            column.getStyleClass().add("first-column");
        }
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    /// Wide enough for its rows without a scroll bar of its own: as high as its rows.
    public DataTable<T> asHighAsItsRows() {
        prefHeightProperty()
                .bind(
                        javafx.beans.binding.Bindings.size(getItems())
                                .multiply(getFixedCellSize())
                                .add(ROW + 1));
        minHeightProperty().bind(prefHeightProperty());
        return this;
    }

    private void copyOnRequest(KeyEvent key) {
        if (COPY.match(key) && !getSelectionModel().isEmpty()) {
            MessageBar.copy(
                    getSelectionModel().getSelectedItems().stream()
                            .map(this::line)
                            .collect(Collectors.joining("\n")));
            key.consume();
        }
    }

    private String line(T row) {
        return copied.stream().map(cell -> cell.apply(row)).collect(Collectors.joining("\t"));
    }
}
