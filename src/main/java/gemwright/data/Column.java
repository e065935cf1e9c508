package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// One named column of a [Table]: immutable, of one [ColumnKind], sliced without copying.
///
/// Rows count from 0. Arrays given to a factory are taken over, not copied.
public abstract sealed class Column permits NumberColumn, WholeColumn, TextColumn, TensorColumn {
    private final ColumnInfo info;
    private final int rows;

    Column(ColumnInfo info, int rows) {
        this.info = info;
        this.rows = rows;
    }

    /// Real numbers; NaN is missing.
    public static Column numbers(String name, double... values) {
        return new NumberColumn(new ColumnInfo(name, ColumnKind.NUMBER), values, 0, values.length);
    }

    /// Whole numbers, none missing.
    public static Column integers(String name, long... values) {
        return integers(name, values, new BitSet());
    }

    /// Whole numbers; a row whose bit is set is missing.
    public static Column integers(String name, long[] values, BitSet missing) {
        return whole(name, ColumnKind.INTEGER, values, missing);
    }

    /// Truth values, 0 or 1; a row whose bit is set is missing.
    public static Column booleans(String name, long[] values, BitSet missing) {
        return whole(name, ColumnKind.BOOLEAN, values, missing);
    }

    /// Moments in microseconds since 1970-01-01 UTC; a row whose bit is set is missing.
    public static Column times(String name, long[] micros, BitSet missing) {
        return whole(name, ColumnKind.TIME, micros, missing);
    }

    /// Texts; null is missing.
    public static Column texts(String name, @Nullable String... values) {
        return new TextColumn(new ColumnInfo(name, ColumnKind.TEXT), values, 0, values.length);
    }

    /// An array for each row: the first dimension counts the rows.
    public static Column tensor(String name, NdArray values) {
        return new TensorColumn(new ColumnInfo(name, ColumnKind.TENSOR), values);
    }

    private static Column whole(String name, ColumnKind kind, long[] values, BitSet missing) {
        return new WholeColumn(
                new ColumnInfo(name, kind), values, (BitSet) missing.clone(), 0, values.length);
    }

    /// The name as the file spells it.
    public String name() {
        return info.name();
    }

    /// What the column holds.
    public ColumnKind kind() {
        return info.kind();
    }

    /// What the column is for.
    public Role role() {
        return info.role();
    }

    /// Name, kind and role in one.
    public ColumnInfo info() {
        return info;
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Whether the row has no value.
    public abstract boolean missing(int row);

    /// The value as a number: NaN where missing, a truth value as 0 or 1, a time in microseconds.
    ///
    /// @throws IllegalStateException for text, and for arrays of more than one number a row
    public abstract double number(int row);

    /// The value as a whole number, exact for [ColumnKind#INTEGER], [ColumnKind#BOOLEAN] and
    /// [ColumnKind#TIME]; 0 where missing.
    ///
    /// @throws IllegalStateException for every other kind
    public long integer(int row) {
        throw new IllegalStateException(kind() + " column " + name() + " has no whole numbers");
    }

    /// The value as text; empty where missing. The same value gives the same text whether the
    /// column was read as [ColumnKind#INTEGER] or [ColumnKind#NUMBER]: a whole number has no `.0`.
    /// Times are spelled as in ISO 8601.
    public abstract String text(int row);

    /// All values as [#number], in an array of the caller's own.
    public double[] numbers() {
        double[] all = new double[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = number(row);
        }
        return all;
    }

    /// All values as [#integer], in an array of the caller's own.
    public long[] integers() {
        long[] all = new long[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = integer(row);
        }
        return all;
    }

    /// All values as [#text].
    public List<String> texts() {
        List<String> all = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            all.add(text(row));
        }
        return all;
    }

    /// The values as one array of `rows()` in the first dimension: tensors as they are, numbers as
    /// `float64`, whole numbers and times as `int64`, truth values as `bool`, texts as they are.
    ///
    /// @throws IllegalStateException where a whole number, truth value or time is missing
    public abstract NdArray tensor();

    /// Rows `from` (inclusive) to `to` (exclusive); nothing is copied.
    public abstract Column slice(int from, int to);

    /// The same values with another name or role.
    abstract Column with(ColumnInfo changed);

    /// The same values under another name.
    public final Column named(String name) {
        return with(new ColumnInfo(name, kind(), role()));
    }

    /// The same values for another purpose.
    public final Column as(Role role) {
        return with(new ColumnInfo(name(), kind(), role));
    }

    /// Columns of one kind, one after the other, with the name and role of the first. Whole numbers
    /// and real numbers together give real numbers.
    ///
    /// @throws IllegalArgumentException where the kinds cannot be joined
    public static Column concat(List<Column> parts) {
        return Joining.columns(parts);
    }

    /// Rows without a value.
    public int missingCount() {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += missing(row) ? 1 : 0;
        }
        return count;
    }

    /// Equal name, kind, role and values; NaN equals NaN.
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Column column) || !info.equals(column.info) || rows != column.rows) {
            return false;
        }
        if (kind() == ColumnKind.TENSOR) {
            return tensor().equals(column.tensor());
        }
        for (int row = 0; row < rows; row++) {
            if (missing(row) != column.missing(row) || !text(row).equals(column.text(row))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return info.hashCode() * 31 + rows;
    }

    @Override
    public String toString() {
        return name() + " " + kind() + "[" + rows + "]";
    }

    final void check(int from, int to) {
        if (from < 0 || to < from || to > rows) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + rows);
        }
    }

    final int check(int row) {
        return java.util.Objects.checkIndex(row, rows);
    }

    static String spelled(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    static String moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
