package gemwright.data;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Progress;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes tables of numbers, truth values, times and texts as Parquet files, packed with zstd, and
/// reads the notes that such files carry beside their columns.
public final class ParquetFile {
    private ParquetFile() {}

    /// Writes a file, whole or not at all.
    ///
    /// @param columns of every piece that comes, in their order; none of whole arrays
    /// @param notes the file's own key-value pairs
    public static void write(
            Path target,
            List<ColumnInfo> columns,
            Map<String, String> notes,
            Rows rows,
            Progress progress)
            throws Problem {
        try (AtomicFile file = AtomicFile.create(target);
                DuckDb duck = DuckDb.open()) {
            duck.run("CREATE TABLE t (" + definitions(columns) + ")", target, progress);
            duck.append(target, appender -> rows.into(table -> append(table, columns, appender)));
            duck.run(copy(file.temporary(), columns, notes), target, progress);
            file.commit();
        }
    }

    /// Where the pieces of a table come from.
    @FunctionalInterface
    public interface Rows {
        /// Gives each piece to the sink, in their order.
        void into(TableSource.Batch sink) throws Problem;
    }

    /// The key-value pairs of several files, in the order of the files.
    public static List<Map<String, String>> notes(List<Path> files) throws Problem {
        List<Map<String, String>> notes = new ArrayList<>();
        if (files.isEmpty()) {
            return notes;
        }
        try (DuckDb duck = DuckDb.open()) {
            for (Path file : files) {
                notes.add(notes(duck, file));
            }
        }
        return notes;
    }

    private static Map<String, String> notes(DuckDb duck, Path file) throws Problem {
        return duck.ask(
                "SELECT decode(key), decode(value) FROM parquet_kv_metadata("
                        + DuckDb.file(file)
                        + ")",
                file,
                Progress.none(),
                rows -> {
                    Map<String, String> notes = new LinkedHashMap<>();
                    while (rows.next()) {
                        notes.put(rows.getString(1), rows.getString(2));
                    }
                    return notes;
                });
    }

    private static String definitions(List<ColumnInfo> columns) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add("c" + i + " " + type(columns.get(i).kind()));
        }
        return String.join(", ", parts);
    }

    private static String type(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TIME -> "BIGINT"; // microseconds since 1970, made a time when they are written out
            case TEXT -> "VARCHAR";
            case TENSOR -> throw new IllegalArgumentException("whole arrays have no column type");
        };
    }

    private static String copy(Path to, List<ColumnInfo> columns, Map<String, String> notes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean time = columns.get(i).kind() == ColumnKind.TIME;
            String value = time ? "make_timestamptz(c" + i + ")" : "c" + i;
            parts.add(value + " AS " + DuckDb.quoted(columns.get(i).name()));
        }
        List<String> pairs = new ArrayList<>();
        notes.forEach((key, value) -> pairs.add(DuckDb.text(key) + ": " + DuckDb.text(value)));
        String extra = pairs.isEmpty() ? "" : ", KV_METADATA {" + String.join(", ", pairs) + "}";
        return "COPY (SELECT "
                + String.join(", ", parts)
                + " FROM t) TO "
                + DuckDb.text(to.toAbsolutePath().toString())
                + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false"
                + extra
                + ")";
    }

    private static void append(Table table, List<ColumnInfo> columns, DuckDb.Appender to)
            throws Problem {
        List<Column> found = new ArrayList<>();
        for (ColumnInfo info : columns) {
            found.add(
                    table.find(info.name())
                            .orElseThrow(() -> new IllegalArgumentException(info.name())));
        }
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            to.row(
                    values -> {
                        for (Column column : found) {
                            value(column, at, values);
                        }
                    });
        }
    }

    private static void value(Column column, int row, DuckDb.Values to) throws SQLException {
        if (column.missing(row)) {
            to.missing();
            return;
        }
        switch (column.kind()) {
            case NUMBER -> to.add(column.number(row));
            case INTEGER, TIME -> to.add(column.integer(row));
            case BOOLEAN -> to.add(column.integer(row) != 0);
            case TEXT -> to.add(column.text(row));
            case TENSOR -> throw new IllegalArgumentException(column.name());
        }
    }
}
