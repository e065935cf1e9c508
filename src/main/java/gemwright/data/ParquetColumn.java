package gemwright.data;

import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a column of a Parquet file is asked for and taken.
///
/// @param info name, kind and role in the table
/// @param type DuckDB's name of its type
record ParquetColumn(ColumnInfo info, String type) {
    /// A column of that type.
    ///
    /// @param fits what [#question] was answered
    /// @throws Problem where the user told another kind than it can have
    static ParquetColumn of(
            String name, String type, boolean fits, ReadOptions options, String where)
            throws Problem {
        ColumnKind own = kind(type, fits);
        ColumnKind kind = options.kinds().getOrDefault(name, own);
        if (!own.widensTo(kind)) {
            throw Problem.of(
                    "data.column.kind", where + ", column " + name, name, own.word(), kind.word());
        }
        Role role = options.roles().getOrDefault(name, Role.FEATURE);
        return new ParquetColumn(new ColumnInfo(name, kind, role), type);
    }

    /// What has to be known of the values before the kind is settled: whether unsigned numbers fit
    /// 64 bits with a sign; whether lists are all there and equally long.
    static String question(String type, String column) {
        if (type.equals("UBIGINT") || type.equals("HUGEINT") || type.equals("UHUGEINT")) {
            return "coalesce(max(%1$s) <= 9223372036854775807 AND min(%1$s) >= -9223372036854775808, true)"
                    .formatted(column);
        }
        if (list(type)) {
            return "count(*) > 0 AND count(*) = count(%1$s) AND min(len(%1$s)) = max(len(%1$s))"
                    .formatted(column);
        }
        return "true";
    }

    /// The column in SQL, cast where its kind wants that.
    String expression(String column) {
        return switch (info.kind()) {
            case NUMBER -> "CAST(" + column + " AS DOUBLE)";
            case INTEGER -> "CAST(" + column + " AS BIGINT)";
            case BOOLEAN -> column;
            case TIME -> "epoch_us(CAST(" + column + " AS TIMESTAMPTZ))";
            case TEXT -> "CAST(" + column + " AS VARCHAR)";
            case TENSOR -> column;
        };
    }

    /// Takes the value of the current row.
    void add(ResultSet rows, int index, ColumnBuilder target) throws SQLException {
        switch (info.kind()) {
            case NUMBER -> {
                double value = rows.getDouble(index);
                addUnlessNull(rows, target, () -> target.add(value));
            }
            case INTEGER -> {
                long value = rows.getLong(index);
                addUnlessNull(rows, target, () -> target.add(value));
            }
            case TIME -> {
                long value = rows.getLong(index);
                addUnlessNull(rows, target, () -> target.addTime(value));
            }
            case BOOLEAN -> {
                boolean value = rows.getBoolean(index);
                addUnlessNull(rows, target, () -> target.add(value));
            }
            case TEXT -> {
                String value = rows.getString(index);
                if (value == null) {
                    target.missing();
                } else {
                    target.addText(value);
                }
            }
            case TENSOR -> target.add(array(rows.getArray(index)));
        }
    }

    private static void addUnlessNull(ResultSet rows, ColumnBuilder target, Runnable add)
            throws SQLException {
        if (rows.wasNull()) {
            target.missing();
        } else {
            add.run();
        }
    }

    private static ColumnKind kind(String type, boolean fits) {
        if (list(type)) {
            return fits ? ColumnKind.TENSOR : ColumnKind.TEXT;
        }
        String plain = type.replaceFirst("\\(.*", "");
        return switch (plain) {
            case "BOOLEAN" -> ColumnKind.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                    ColumnKind.INTEGER;
            case "UBIGINT", "HUGEINT", "UHUGEINT" -> fits ? ColumnKind.INTEGER : ColumnKind.TEXT;
            case "FLOAT", "DOUBLE", "DECIMAL" -> ColumnKind.NUMBER;
            case "DATE",
                    "TIMESTAMP",
                    "TIMESTAMP_S",
                    "TIMESTAMP_MS",
                    "TIMESTAMP_NS",
                    "TIMESTAMP WITH TIME ZONE" ->
                    ColumnKind.TIME;
            default -> ColumnKind.TEXT;
        };
    }

    /// Lists of numbers or truth values, of one level.
    private static boolean list(String type) {
        return type.matches(
                "(FLOAT|DOUBLE|TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER|BOOLEAN)"
                        + "\\[[0-9]*\\]");
    }

    private static NdArray array(Array list) throws SQLException {
        List<@Nullable Object> elements = new ArrayList<>();
        elements.addAll(Arrays.asList((Object[]) list.getArray()));
        Optional<NdArray> array = JsonArrays.array(elements);
        return array.orElseThrow(() -> new SQLException("a list that is none"));
    }
}
