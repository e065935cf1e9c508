package gemwright.source.sklearn;

import java.util.Arrays;

/// Numbers in rows and columns, row after row.
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] numbers;

    /// Takes the numbers as they are: nobody else may change them afterwards.
    public Matrix(int rows, int columns, double[] numbers) {
        if (numbers.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(rows + " × " + columns + ": " + numbers.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.numbers = numbers;
    }

    /// A matrix of one column.
    public static Matrix column(double... numbers) {
        return new Matrix(numbers.length, 1, numbers);
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns.
    public int columns() {
        return columns;
    }

    /// One number.
    public double at(int row, int column) {
        return numbers[row * columns + column];
    }

    /// The numbers of one row.
    public double[] row(int row) {
        return Arrays.copyOfRange(numbers, row * columns, (row + 1) * columns);
    }

    /// All numbers, row after row.
    public double[] numbers() {
        return numbers.clone();
    }

    /// Rows as columns.
    public Matrix transposed() {
        double[] turned = new double[numbers.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = at(row, column);
            }
        }
        return new Matrix(columns, rows, turned);
    }
}
