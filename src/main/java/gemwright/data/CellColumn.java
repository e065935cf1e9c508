package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;

/// A column of a text file being filled, its kind and length known beforehand.
abstract sealed class CellColumn {
    final ColumnInfo info;
    int rows;

    private CellColumn(ColumnInfo info) {
        this.info = info;
    }

    /// A column for at most that many rows.
    static CellColumn of(ColumnInfo info, int capacity) {
        return switch (info.kind()) {
            case NUMBER -> new Reals(info, capacity);
            case INTEGER, BOOLEAN, TIME -> new Wholes(info, capacity);
            case TEXT -> new Words(info, capacity);
            case TENSOR -> throw new IllegalArgumentException(info.toString());
        };
    }

    /// Adds the cell, whose kind fits the column.
    abstract void add(byte[] bytes, int start, int end);

    /// The column; nothing can be added afterwards.
    abstract Column column();

    private static final class Reals extends CellColumn {
        private final double[] values;

        Reals(ColumnInfo info, int capacity) {
            super(info);
            values = new double[capacity];
        }

        @Override
        void add(byte[] bytes, int start, int end) {
            values[rows++] = start == end ? Double.NaN : Cells.real(bytes, start, end);
        }

        @Override
        Column column() {
            return new NumberColumn(info, values, 0, rows);
        }
    }

    private static final class Wholes extends CellColumn {
        private final long[] values;
        private final BitSet missing = new BitSet();

        Wholes(ColumnInfo info, int capacity) {
            super(info);
            values = new long[capacity];
        }

        @Override
        void add(byte[] bytes, int start, int end) {
            if (start == end) {
                missing.set(rows++);
            } else {
                values[rows++] = value(bytes, start, end);
            }
        }

        private long value(byte[] bytes, int start, int end) {
            return switch (info.kind()) {
                case BOOLEAN -> Cells.truth(bytes, start, end) ? 1 : 0;
                case TIME -> Moments.micros(bytes, start, end).orElseThrow();
                case INTEGER -> Cells.whole(bytes, start, end);
                case NUMBER, TEXT, TENSOR -> throw new IllegalStateException(info.toString());
            };
        }

        @Override
        Column column() {
            return new WholeColumn(info, values, missing, 0, rows);
        }
    }

    private static final class Words extends CellColumn {
        private final @Nullable String[] values;
        private final TextPool pool = new TextPool();

        Words(ColumnInfo info, int capacity) {
            super(info);
            values = new @Nullable String[capacity];
        }

        @Override
        void add(byte[] bytes, int start, int end) {
            values[rows++] = start == end ? null : pool.text(bytes, start, end);
        }

        @Override
        Column column() {
            return new TextColumn(info, values, 0, rows);
        }
    }
}
