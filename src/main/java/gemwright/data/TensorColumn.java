package gemwright.data;

/// An array for each row.
final class TensorColumn extends Column {
    private final NdArray values;

    TensorColumn(ColumnInfo info, NdArray values) {
        super(info, Math.toIntExact(values.rows()));
        if (values.rank() == 0) {
            throw new IllegalArgumentException(info.name() + ": a single number has no rows");
        }
        this.values = values;
    }

    @Override
    public boolean missing(int row) {
        check(row);
        return false;
    }

    @Override
    public double number(int row) {
        if (values.size() != rows()) {
            throw new IllegalStateException(this + " " + values + " has arrays, not numbers");
        }
        return values.number(check(row));
    }

    @Override
    public String text(int row) {
        NdArray cell = values.slice(check(row), row + 1L);
        StringBuilder text = new StringBuilder("[");
        for (long i = 0; i < cell.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(cell.text(i));
        }
        return text.append("]").toString();
    }

    @Override
    public NdArray tensor() {
        return values;
    }

    @Override
    public Column slice(int from, int to) {
        check(from, to);
        return new TensorColumn(info(), values.slice(from, to));
    }

    @Override
    Column with(ColumnInfo changed) {
        return new TensorColumn(changed, values);
    }
}
