package gemwright.loadtest;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.data.TableSource;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a server takes, as far as its OpenAPI document tells: enough to make bodies from the rows
/// of a table.
///
/// @param features names of the values of a record and their JSON types, in order; empty where the
///   server takes rows only or does not say
/// @param width values of a row, 0 where the server does not say
/// @param examples whole bodies that the server itself proposes
public record Accepted(Map<String, String> features, int width, List<String> examples) {
    private static final int ROWS_USED = 10_000;
    private static final int ROWS_AT_ONCE = 1_000;

    /// Nothing is known.
    static final Accepted UNKNOWN = new Accepted(Map.of(), 0, List.of());

    public Accepted {
        features = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(features));
        examples = List.copyOf(examples);
    }

    /// One body for each of the first 10,000 rows.
    ///
    /// @throws Problem where a column that the server wants is not there
    public List<String> bodies(TableSource data, Progress progress) throws Problem {
        List<String> bodies = new ArrayList<>();
        data.batches(
                ROWS_AT_ONCE,
                progress,
                rows -> {
                    List<Column> columns = columns(rows, data.name());
                    int wanted = Math.min(rows.rows(), ROWS_USED - bodies.size());
                    for (int row = 0; row < wanted; row++) {
                        bodies.add(Json.write(body(columns, row)));
                    }
                    progress.step("bodies", bodies.size(), ROWS_USED);
                });
        if (bodies.isEmpty()) {
            throw Problem.of("loadtest.noRows", data.name());
        }
        return bodies;
    }

    private List<Column> columns(Table rows, String name) throws Problem {
        if (!features.isEmpty()) {
            List<Problem.Part> missing = new ArrayList<>();
            List<Column> chosen = new ArrayList<>();
            for (String feature : features.keySet()) {
                Optional<Column> column = rows.find(feature);
                column.ifPresentOrElse(
                        chosen::add,
                        () ->
                                missing.add(
                                        Problem.Part.of("loadtest.columnMissing", name, feature)));
            }
            if (!missing.isEmpty()) {
                throw Problem.of(missing);
            }
            return chosen;
        }
        List<Column> all = rows.columns();
        if (width > 0 && all.size() != width && !holdsTensors(all)) {
            throw Problem.of(
                    "loadtest.width", name, Integer.toString(width), Integer.toString(all.size()));
        }
        return all;
    }

    private static boolean holdsTensors(List<Column> columns) {
        return columns.stream().anyMatch(column -> column.kind() == ColumnKind.TENSOR);
    }

    private Map<String, @Nullable Object> body(List<Column> columns, int row) {
        if (holdsTensors(columns)) {
            Map<String, @Nullable Object> tensors = new LinkedHashMap<>();
            for (Column column : columns) {
                tensors.put(column.name(), nested(column.slice(row, row + 1).tensor()));
            }
            return Json.object("inputs", tensors);
        }
        if (width > 0 && features.isEmpty()) {
            List<@Nullable Object> values = new ArrayList<>();
            columns.forEach(column -> values.add(value(column, row)));
            return Json.object("inputs", List.of(values));
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        columns.forEach(column -> named.put(column.name(), value(column, row)));
        return named;
    }

    private @Nullable Object value(Column column, int row) {
        String type = features.getOrDefault(column.name(), "");
        boolean text = type.equals("string");
        if (column.missing(row)) {
            return text && column.kind() == ColumnKind.TEXT ? "" : null;
        }
        if (text) {
            return column.text(row);
        }
        return switch (column.kind()) {
            case NUMBER -> number(column.number(row));
            case INTEGER -> column.integer(row);
            case BOOLEAN ->
                    type.equals("number") || type.equals("integer")
                            ? (Object) column.integer(row)
                            : (Object) (column.integer(row) != 0);
            case TEXT, TIME -> column.text(row);
            case TENSOR -> throw new IllegalStateException(column.toString());
        };
    }

    /// Whole numbers without a point: a column with gaps is read as real numbers, and a server that
    /// is strict about whole numbers would refuse `37.0`.
    private static Object number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? (Object) (long) value : (Object) value;
    }

    private static Object nested(NdArray array) {
        return nested(array, 0, new long[1]);
    }

    private static Object nested(NdArray array, int dimension, long[] at) {
        if (dimension == array.rank()) {
            long index = at[0]++;
            return array.dtype().whole()
                    ? (Object) array.integer(index)
                    : array.dtype().real()
                            ? (Object) array.number(index)
                            : (Object) array.text(index);
        }
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < array.shape().get(dimension); i++) {
            list.add(nested(array, dimension + 1, at));
        }
        return list;
    }
}
