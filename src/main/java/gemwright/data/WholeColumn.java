package gemwright.data;

import java.util.BitSet;

/// Whole numbers, truth values or times: 64 bits a row, and a bit for what is missing.
final class WholeColumn extends Column {
    private final long[] values;
    private final BitSet missing;
    private final int offset;

    WholeColumn(ColumnInfo info, long[] values, BitSet missing, int from, int to) {
        super(info, to - from);
        this.values = values;
        this.missing = missing;
        this.offset = from;
    }

    @Override
    public boolean missing(int row) {
        return missing.get(offset + check(row));
    }

    @Override
    public double number(int row) {
        return missing(row) ? Double.NaN : values[offset + row];
    }

    @Override
    public long integer(int row) {
        return missing(row) ? 0 : values[offset + row];
    }

    @Override
    public String text(int row) {
        if (missing(row)) {
            return "";
        }
        long value = values[offset + row];
        return switch (kind()) {
            case BOOLEAN -> value == 0 ? "false" : "true";
            case TIME -> moment(value);
            case INTEGER -> Long.toString(value);
            case NUMBER, TEXT, TENSOR -> throw new IllegalStateException(toString());
        };
    }

    @Override
    public NdArray tensor() {
        int gap = missing.nextSetBit(offset);
        if (gap >= 0 && gap < offset + rows()) {
            throw new IllegalStateException(
                    "row " + (gap - offset) + " of " + this + " is missing");
        }
        if (kind() != ColumnKind.BOOLEAN) {
            return NdArray.of(integers(), rows());
        }
        boolean[] truths = new boolean[rows()];
        for (int row = 0; row < truths.length; row++) {
            truths[row] = values[offset + row] != 0;
        }
        return NdArray.of(truths, rows());
    }

    @Override
    public Column slice(int from, int to) {
        check(from, to);
        return new WholeColumn(info(), values, missing, offset + from, offset + to);
    }

    @Override
    Column with(ColumnInfo changed) {
        return new WholeColumn(changed, values, missing, offset, offset + rows());
    }
}
