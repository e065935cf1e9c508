package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Texts; null is missing. Readers share equal texts, so that a category costs a pointer a row.
final class TextColumn extends Column {
    private final @Nullable String[] values;
    private final int offset;

    TextColumn(ColumnInfo info, @Nullable String[] values, int from, int to) {
        super(info, to - from);
        this.values = values;
        this.offset = from;
    }

    @Override
    public boolean missing(int row) {
        return values[offset + check(row)] == null;
    }

    @Override
    public double number(int row) {
        throw new IllegalStateException("text column " + name() + " has no numbers");
    }

    @Override
    public String text(int row) {
        String value = values[offset + check(row)];
        return value == null ? "" : value;
    }

    /// The texts with null where missing, in an array of the caller's own.
    @Nullable String[] nullable() {
        return Arrays.copyOfRange(values, offset, offset + rows());
    }

    @Override
    public NdArray tensor() {
        return NdArray.of(texts(), rows());
    }

    @Override
    public Column slice(int from, int to) {
        check(from, to);
        return new TextColumn(info(), values, offset + from, offset + to);
    }

    @Override
    Column with(ColumnInfo changed) {
        return new TextColumn(changed, values, offset, offset + rows());
    }
}
