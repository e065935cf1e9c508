package gemwright.data;

import java.util.Arrays;

/// Real numbers.
final class NumberColumn extends Column {
    private final double[] values;
    private final int offset;

    NumberColumn(ColumnInfo info, double[] values, int from, int to) {
        super(info, to - from);
        this.values = values;
        this.offset = from;
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(number(row));
    }

    @Override
    public double number(int row) {
        return values[offset + check(row)];
    }

    @Override
    public String text(int row) {
        double value = number(row);
        return Double.isNaN(value) ? "" : spelled(value);
    }

    @Override
    public double[] numbers() {
        return Arrays.copyOfRange(values, offset, offset + rows());
    }

    @Override
    public NdArray tensor() {
        return NdArray.of(numbers(), rows());
    }

    @Override
    public Column slice(int from, int to) {
        check(from, to);
        return new NumberColumn(info(), values, offset + from, offset + to);
    }

    @Override
    Column with(ColumnInfo changed) {
        return new NumberColumn(changed, values, offset, offset + rows());
    }
}
