package gemwright.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table being filled row by row, whose columns come to light on the way. A column that gets no
/// value in a row is missing there. Not for several threads.
public final class TableBuilder {
    private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
    private int rows;

    /// The column of that name, for the value of the current row; a new one starts with all rows
    /// before missing.
    public ColumnBuilder column(String name, Role role) {
        ColumnBuilder known = columns.get(name);
        if (known != null) {
            return known;
        }
        ColumnBuilder column = new ColumnBuilder(name, role);
        for (int row = 0; row < rows; row++) {
            column.missing();
        }
        columns.put(name, column);
        return column;
    }

    /// Ends the current row.
    ///
    /// @throws IllegalStateException where a column got two values
    public void endRow() {
        rows++;
        for (ColumnBuilder column : columns.values()) {
            if (column.rows() < rows) {
                column.missing();
            } else if (column.rows() > rows) {
                throw new IllegalStateException("two values in row " + rows);
            }
        }
    }

    /// Adds a row of another table.
    ///
    /// @param naming where its columns go; those without a place are left out
    public void add(Table table, int row, JsonRows.Naming naming) {
        for (Column column : table.columns()) {
            Optional<ColumnInfo> to = naming.column(column.name());
            if (to.isPresent()) {
                ColumnBuilder target = column(to.get().name(), to.get().role());
                if (column.missing(row)) {
                    target.missing();
                    continue;
                }
                switch (column.kind()) {
                    case NUMBER -> target.add(column.number(row));
                    case INTEGER -> target.add(column.integer(row));
                    case BOOLEAN -> target.add(column.integer(row) != 0);
                    case TIME -> target.add(column.text(row)); // as other rows spell it
                    case TEXT -> target.addText(column.text(row));
                    case TENSOR -> target.add(column.tensor().slice(row, row + 1L));
                }
            }
        }
        endRow();
    }

    /// Takes back the values of the current row; the kinds that they widened stay so.
    public void dropRow() {
        for (ColumnBuilder column : columns.values()) {
            if (column.rows() > rows) {
                column.dropLast();
            }
        }
    }

    /// Rows so far.
    public int rows() {
        return rows;
    }

    /// The columns so far, with the kinds that their values need.
    public Map<String, ColumnKind> kinds() {
        Map<String, ColumnKind> kinds = new LinkedHashMap<>();
        columns.forEach((name, column) -> kinds.put(name, column.kind()));
        return kinds;
    }

    /// The table; goes on with an empty one that remembers columns and kinds.
    public Table build() {
        return build(kinds());
    }

    /// The table with wider kinds than its values need, for pieces of a longer table.
    public Table build(Map<String, ColumnKind> kinds) {
        List<Column> built = new ArrayList<>();
        columns.forEach(
                (name, column) -> built.add(column.build(kinds.getOrDefault(name, column.kind()))));
        rows = 0;
        return Table.of(built);
    }

    /// Forgets the rows, not the columns and their kinds.
    public void clear() {
        rows = 0;
        columns.values().forEach(ColumnBuilder::clear);
    }
}
