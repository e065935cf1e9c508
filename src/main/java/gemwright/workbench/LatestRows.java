package gemwright.workbench;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newest rows of a table that has time stamps.
final class LatestRows {
    private static final long MICROS = 1_000;

    private LatestRows() {}

    /// Rows not older than that, counted back from the newest one; all where the table has no time
    /// stamps. Rows without a time stamp are left out.
    static Table of(Table table, Duration length) {
        Optional<Column> found = time(table);
        if (found.isEmpty()) {
            return table;
        }
        Column time = found.get();
        long newest = newest(time);
        long oldest = newest - length.toNanos() / MICROS;
        List<Table> pieces = new ArrayList<>();
        int from = -1;
        for (int row = 0; row <= table.rows(); row++) {
            boolean wanted =
                    row < table.rows() && !time.missing(row) && time.integer(row) >= oldest;
            if (wanted && from < 0) {
                from = row;
            } else if (!wanted && from >= 0) {
                pieces.add(table.slice(from, row));
                from = -1;
            }
        }
        return pieces.isEmpty()
                ? table.slice(0, 0)
                : pieces.size() == 1 ? pieces.getFirst() : Table.concat(pieces);
    }

    private static Optional<Column> time(Table table) {
        List<Column> told = table.withRole(Role.TIME);
        return told.isEmpty()
                ? table.columns().stream().filter(one -> one.kind() == ColumnKind.TIME).findFirst()
                : Optional.of(told.getFirst()).filter(one -> one.kind() == ColumnKind.TIME);
    }

    private static long newest(Column time) {
        long newest = Long.MIN_VALUE / 2;
        for (int row = 0; row < time.rows(); row++) {
            if (!time.missing(row)) {
                newest = Math.max(newest, time.integer(row));
            }
        }
        return newest;
    }
}
