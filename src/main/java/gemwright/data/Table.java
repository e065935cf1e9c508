package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows and columns in memory: immutable, held column by column, sliced without copying.
///
/// Names of columns are unique. A table has at most 2³¹ − 1 rows; longer sources are read in
/// [TableSource#batches].
public final class Table {
    private final List<Column> columns;
    private final List<RowFault> faults;

    private Table(List<Column> columns, List<RowFault> faults) {
        this.columns = List.copyOf(columns);
        this.faults = List.copyOf(faults);
    }

    /// A table of these columns.
    ///
    /// @throws IllegalArgumentException where they differ in length or two have one name
    public static Table of(List<Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name()) || column.rows() != columns.getFirst().rows()) {
                throw new IllegalArgumentException(column + " among " + columns);
            }
        }
        return new Table(columns, List.of());
    }

    /// A table of these columns.
    public static Table of(Column... columns) {
        return of(List.of(columns));
    }

    /// Number of rows.
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().rows();
    }

    /// The columns, in the order of the file.
    public List<Column> columns() {
        return columns;
    }

    /// The names of the columns, in the order of the file.
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// The column of that name.
    public Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// The columns for that purpose, in the order of the file.
    public List<Column> withRole(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /// Rows that were left out when reading, at the user's wish; empty otherwise.
    public List<RowFault> faults() {
        return faults;
    }

    /// Rows `from` (inclusive) to `to` (exclusive); nothing is copied.
    public Table slice(int from, int to) {
        return new Table(columns.stream().map(c -> c.slice(from, to)).toList(), faults);
    }

    /// The columns of these names, in this order.
    ///
    /// @throws IllegalArgumentException where one is not there; ask [#find] first
    public Table select(List<String> names) {
        List<Column> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(
                    find(name)
                            .orElseThrow(
                                    () -> new IllegalArgumentException(name + " in " + names())));
        }
        return of(chosen).withFaults(faults);
    }

    /// All columns but those of these names.
    public Table without(Set<String> names) {
        List<Column> kept = columns.stream().filter(c -> !names.contains(c.name())).toList();
        return new Table(kept, faults);
    }

    /// This table with one more column, or another one in place of that of the same name.
    public Table with(Column added) {
        List<Column> all = new ArrayList<>(columns);
        int place = names().indexOf(added.name());
        if (place < 0) {
            all.add(added);
        } else {
            all.set(place, added);
        }
        return of(all).withFaults(faults);
    }

    /// This table with each column of short arrays, one dimension a row, as number columns
    /// `NAME_0`, `NAME_1` …, for work that looks at one number at a time.
    ///
    /// @param widest longer arrays stay as they are, as do arrays of more dimensions and of texts
    public Table spread(int widest) {
        return Spreading.of(this, widest);
    }

    /// Tables of the same columns, one after the other.
    ///
    /// @throws IllegalArgumentException where names or kinds differ
    public static Table concat(List<Table> parts) {
        return Joining.tables(parts);
    }

    /// This table with another list of rows that were left out.
    public Table withFaults(List<RowFault> found) {
        return new Table(columns, found);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table table
                && columns.equals(table.columns)
                && faults.equals(table.faults);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return rows() + " rows of " + columns;
    }
}
