package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.onnx.ElementType;

import java.util.ArrayList;
import java.util.List;

/// Turns columns that stand side by side into one array, row by row: `[rows, columns]`.
///
/// A missing number is NaN, a missing text the empty string; a whole number or a truth value that
/// is missing is refused, because the model has no way to say so.
final class Cells {
    private final List<Column> columns;
    private final ElementType element;
    private final int rows;
    private final long firstRow;

    /// @param firstRow number of the first row in the user's data, counted from 1
    Cells(List<Column> columns, ElementType element, long firstRow) {
        this.columns = columns;
        this.element = element;
        this.rows = columns.isEmpty() ? 0 : columns.getFirst().rows();
        this.firstRow = firstRow;
    }

    /// What stands in the way of reading columns of these kinds as that element type; empty where
    /// nothing does.
    static List<Problem.Part> mismatches(List<Column> columns, ElementType element) {
        List<Problem.Part> parts = new ArrayList<>();
        for (Column column : columns) {
            if (!fits(column.kind(), element)) {
                parts.add(
                        Problem.Part.of(
                                "runtime.column",
                                column.name(),
                                column.name(),
                                element.spelling(),
                                word(column.kind())));
            }
        }
        return parts;
    }

    private static boolean fits(ColumnKind kind, ElementType element) {
        return switch (kind) {
            case NUMBER, INTEGER ->
                    element.isFloating() || element.isInteger() || element == ElementType.STRING;
            case BOOLEAN ->
                    element.isFloating() || element.isInteger() || element == ElementType.BOOL;
            case TEXT -> element == ElementType.STRING;
            case TIME, TENSOR -> false;
        };
    }

    private static String word(ColumnKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    NdArray array(String input) throws Problem {
        if (element == ElementType.STRING) {
            return texts();
        }
        if (element == ElementType.BOOL) {
            return truths();
        }
        if (element.isInteger()) {
            return Casting.cast(input, wholes(), element);
        }
        return element == ElementType.DOUBLE ? doubles() : Casting.cast(input, floats(), element);
    }

    private NdArray floats() {
        int width = columns.size();
        float[] values = new float[Math.multiplyExact(rows, width)];
        for (int k = 0; k < width; k++) {
            Column column = columns.get(k);
            for (int row = 0; row < rows; row++) {
                values[row * width + k] = (float) column.number(row);
            }
        }
        return NdArray.of(values, rows, width);
    }

    private NdArray doubles() {
        int width = columns.size();
        double[] values = new double[Math.multiplyExact(rows, width)];
        for (int k = 0; k < width; k++) {
            Column column = columns.get(k);
            for (int row = 0; row < rows; row++) {
                values[row * width + k] = column.number(row);
            }
        }
        return NdArray.of(values, rows, width);
    }

    private NdArray texts() {
        List<String> values = new ArrayList<>(rows * columns.size());
        for (int row = 0; row < rows; row++) {
            for (Column column : columns) {
                values.add(column.text(row));
            }
        }
        return NdArray.of(values, rows, columns.size());
    }

    private NdArray truths() throws Problem {
        int width = columns.size();
        boolean[] values = new boolean[Math.multiplyExact(rows, width)];
        for (int k = 0; k < width; k++) {
            Column column = columns.get(k);
            for (int row = 0; row < rows; row++) {
                values[row * width + k] = whole(column, row) != 0;
            }
        }
        return NdArray.of(values, rows, width);
    }

    private NdArray wholes() throws Problem {
        DType type = ElementTypes.array(element).orElse(DType.INT64);
        int width = columns.size();
        long[] values = new long[Math.multiplyExact(rows, width)];
        for (int k = 0; k < width; k++) {
            Column column = columns.get(k);
            for (int row = 0; row < rows; row++) {
                long value = whole(column, row);
                if (!Casting.fits(value, type)) {
                    throw cell("runtime.cell", column, row);
                }
                values[row * width + k] = value;
            }
        }
        return NdArray.of(values, rows, width);
    }

    private long whole(Column column, int row) throws Problem {
        if (column.missing(row)) {
            throw cell("runtime.cellMissing", column, row);
        }
        if (column.kind() != ColumnKind.NUMBER) {
            return column.integer(row);
        }
        double value = column.number(row);
        if (value != Math.rint(value) || Math.abs(value) >= 0x1p63) {
            throw cell("runtime.cell", column, row);
        }
        return (long) value;
    }

    private Problem cell(String key, Column column, int row) {
        return Problem.of(
                List.of(
                        new Problem.Part(
                                key,
                                column.name() + ", " + (firstRow + row),
                                List.of(
                                        column.name(),
                                        element.spelling(),
                                        column.text(row),
                                        Long.toString(firstRow + row)),
                                1)));
    }
}
