package gemwright.data;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A table as a screen shows it: sorted, filtered, sliced and summed up by Tablesaw.
///
/// Immutable: each step gives another view on the same [Table], whose cells are shown as they are.
/// Columns are asked for by their place, since names that differ only in case are one to Tablesaw.
public final class TableView {
    private static final String ROW = "row";

    private final Table table;
    private final tech.tablesaw.api.Table held;

    private TableView(Table table, tech.tablesaw.api.Table held) {
        this.table = table;
        this.held = held;
    }

    /// All rows of a table, in their order.
    public static TableView of(Table table) {
        List<Column<?>> columns = new ArrayList<>();
        int[] rows = new int[table.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        columns.add(IntColumn.create(ROW, rows));
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(held(name(i), table.columns().get(i)));
        }
        return new TableView(table, tech.tablesaw.api.Table.create("view", columns));
    }

    /// Number of rows in view.
    public int rows() {
        return held.rowCount();
    }

    /// Name, kind and role of the columns.
    public List<ColumnInfo> columns() {
        return table.columns().stream().map(gemwright.data.Column::info).toList();
    }

    /// A cell, as [gemwright.data.Column#text] spells it.
    public String text(int row, int column) {
        return table.columns().get(column).text(original(row));
    }

    /// Whether a cell has no value.
    public boolean missing(int row, int column) {
        return table.columns().get(column).missing(original(row));
    }

    /// The row of the table that is shown in this place.
    public int original(int row) {
        return held.intColumn(ROW).getInt(row);
    }

    /// The rows in the order of a column; rows of equal value keep their order, missing ones come
    /// last.
    public TableView sorted(int column, boolean ascending) {
        String by = name(column);
        Selection gaps = held.column(by).isMissing();
        tech.tablesaw.api.Table present = held.dropWhere(gaps);
        tech.tablesaw.api.Table ordered = present.sortOn(ascending ? by : "-" + by, ROW);
        return new TableView(table, ordered.append(held.where(gaps)));
    }

    /// The rows whose number in a column lies within these limits.
    public TableView between(int column, double low, double high) {
        return kept(held.numberColumn(name(column)).isBetweenInclusive(low, high));
    }

    /// The rows whose cell in a column is spelled so.
    public TableView equalTo(int column, String text) {
        Selection selection = Selection.with();
        for (int row = 0; row < rows(); row++) {
            if (text(row, column).equals(text)) {
                selection.add(row);
            }
        }
        return kept(selection);
    }

    /// The rows without a value in a column.
    public TableView missing(int column) {
        Selection selection = Selection.with();
        for (int row = 0; row < rows(); row++) {
            if (missing(row, column)) {
                selection.add(row);
            }
        }
        return kept(selection);
    }

    /// The rows that hold a text in any cell, whatever its case.
    public TableView containing(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Selection selection = Selection.with();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                if (text(row, column).toLowerCase(Locale.ROOT).contains(wanted)) {
                    selection.add(row);
                    break;
                }
            }
        }
        return kept(selection);
    }

    /// Rows `from` (inclusive) to `to` (exclusive) of the view.
    public TableView slice(int from, int to) {
        return kept(Selection.withRange(from, to));
    }

    /// What each column holds, over the rows in view.
    public List<ColumnSummary> summary() {
        List<ColumnSummary> all = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            all.add(summary(i));
        }
        return all;
    }

    private ColumnSummary summary(int column) {
        Column<?> values = held.column(name(column));
        ColumnInfo info = table.columns().get(column).info();
        int missing = values.countMissing();
        Column<?> present = values.removeMissing();
        boolean numbers =
                (info.kind() == ColumnKind.NUMBER || info.kind() == ColumnKind.INTEGER)
                        && !present.isEmpty();
        OptionalDouble none = OptionalDouble.empty();
        if (!numbers) {
            return new ColumnSummary(
                    info.name(),
                    info.kind(),
                    rows(),
                    missing,
                    present.countUnique(),
                    none,
                    none,
                    none,
                    none);
        }
        tech.tablesaw.api.NumericColumn<?> n = (tech.tablesaw.api.NumericColumn<?>) present;
        return new ColumnSummary(
                info.name(),
                info.kind(),
                rows(),
                missing,
                n.countUnique(),
                OptionalDouble.of(n.min()),
                OptionalDouble.of(n.max()),
                OptionalDouble.of(n.mean()),
                n.size() < 2 ? none : OptionalDouble.of(n.standardDeviation()));
    }

    private TableView kept(Selection selection) {
        return new TableView(table, held.where(selection));
    }

    private static String name(int column) {
        return "c" + column;
    }

    private static Column<?> held(String name, gemwright.data.Column column) {
        return switch (column.kind()) {
            case NUMBER -> DoubleColumn.create(name, column.numbers());
            case INTEGER, BOOLEAN, TIME -> {
                LongColumn longs = LongColumn.create(name, column.integers());
                for (int row = 0; row < column.rows(); row++) {
                    if (column.missing(row)) {
                        longs.setMissing(row);
                    }
                }
                yield longs;
            }
            case TEXT, TENSOR -> StringColumn.create(name, column.texts());
        };
    }
}
