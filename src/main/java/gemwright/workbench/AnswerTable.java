package gemwright.workbench;

import gemwright.base.Json;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a model answered as a table: `label`, `probabilities_0`, `probabilities_1` …
final class AnswerTable {
    /// Outputs up to this width get a column for each value; wider ones are one column of arrays.
    private static final long WIDEST = 64;

    private AnswerTable() {}

    static Table of(Answer answer, int rows) {
        List<Column> columns = new ArrayList<>();
        for (Output output : answer.outputs()) {
            switch (output) {
                case Output.Tensor(var name, var values) -> add(columns, name, values, rows);
                case Output.Scores(var name, var values, _) -> add(columns, name, values, rows);
                case Output.Sequence _ -> {} // has no row for each row
            }
        }
        return Table.of(columns);
    }

    private static void add(List<Column> columns, String name, NdArray values, int rows) {
        long width = rows == 0 ? 1 : values.size() / rows;
        if (values.rank() <= 2 && width == 1) {
            columns.add(column(name, values, rows, 0, 1));
        } else if (values.rank() == 2 && width <= WIDEST) {
            for (int i = 0; i < width; i++) {
                columns.add(column(name + "_" + i, values, rows, i, (int) width));
            }
        } else {
            columns.add(Column.tensor(name, values));
        }
    }

    private static Column column(String name, NdArray values, int rows, int first, int step) {
        IntStream places = IntStream.range(0, rows).map(row -> row * step + first);
        if (values.dtype() == DType.STRING) {
            return Column.texts(name, places.mapToObj(values::text).toArray(String[]::new));
        }
        if (values.dtype() == DType.BOOL) {
            long[] truths = places.mapToLong(values::integer).toArray();
            return Column.booleans(name, truths, new BitSet());
        }
        if (values.dtype() == DType.FLOAT32) {
            // as the shortest text that is the same float: 0.9 and not 0.8999999761581421
            return Column.numbers(
                    name,
                    places.mapToDouble(
                                    at ->
                                            Double.parseDouble(
                                                    Float.toString((float) values.number(at))))
                            .toArray());
        }
        return values.dtype().whole()
                ? Column.integers(name, places.mapToLong(values::integer).toArray())
                : Column.numbers(name, places.mapToDouble(values::number).toArray());
    }

    /// A value as JSON has it; arrays as lists.
    static @Nullable Object value(Column column, int row) {
        if (column.missing(row) && column.kind() != ColumnKind.NUMBER) {
            return null;
        }
        return switch (column.kind()) {
            case NUMBER -> column.number(row);
            case INTEGER -> column.integer(row);
            case BOOLEAN -> column.integer(row) != 0;
            case TEXT, TIME -> column.text(row);
            case TENSOR -> items(column.tensor().slice(row, row + 1));
        };
    }

    private static List<Object> items(NdArray array) {
        List<Object> items = new ArrayList<>();
        for (long i = 0; i < array.size(); i++) {
            items.add(array.dtype() == DType.STRING ? array.text(i) : (Object) array.number(i));
        }
        return items;
    }

    /// A row as a line of CSV; arrays as JSON in a cell.
    static String csv(Table table, int row) {
        List<String> cells = new ArrayList<>();
        for (Column column : table.columns()) {
            cells.add(
                    switch (column.kind()) {
                        case TENSOR -> Json.write(value(column, row));
                        case NUMBER -> Double.isNaN(column.number(row)) ? "NaN" : column.text(row);
                        case INTEGER, BOOLEAN, TEXT, TIME -> column.text(row);
                    });
        }
        return line(cells);
    }

    /// Cells as a line of CSV, quoted where they must be.
    static String line(List<String> cells) {
        return cells.stream()
                .map(
                        cell ->
                                cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
                                        ? '"' + cell.replace("\"", "\"\"") + '"'
                                        : cell)
                .collect(Collectors.joining(","));
    }
}
