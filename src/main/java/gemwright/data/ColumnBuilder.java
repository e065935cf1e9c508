package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/// A column being filled row by row with values that know their kind, as in JSON.
///
/// The kind widens with what comes: whole numbers become real ones where a fraction appears, and
/// everything becomes text where kinds do not go together. Not for several threads.
public final class ColumnBuilder {
    private static final int RECENT = 256;

    private final String name;
    private final Role role;

    /// What the rows so far hold; NUMBER while there is no value.
    private ColumnKind kind = ColumnKind.NUMBER;

    private boolean any;
    private boolean allMoments = true;
    private long[] wholes = new long[16];
    private double[] reals = new double[0];
    private @Nullable String[] words = new @Nullable String[0];
    private final ArrayRows arrays = new ArrayRows();
    private final BitSet missing = new BitSet();
    private int rows;

    /// Texts seen lately, by their hash: equal texts become one object.
    private final String[] recent = new String[RECENT];

    /// An empty column.
    public ColumnBuilder(String name, Role role) {
        this.name = name;
        this.role = role;
    }

    /// Rows so far.
    public int rows() {
        return rows;
    }

    /// Adds a row without a value.
    public void missing() {
        makeRoom();
        missing.set(rows++);
    }

    /// Adds a whole number.
    public void add(long value) {
        settle(ColumnKind.INTEGER);
        makeRoom();
        switch (kind) {
            case INTEGER -> wholes[rows] = value;
            case NUMBER -> reals[rows] = value;
            case TEXT -> words[rows] = Long.toString(value);
            case BOOLEAN, TIME, TENSOR -> throw new IllegalStateException(kind.toString());
        }
        rows++;
    }

    /// Adds a real number; NaN stays a value until the column is built.
    public void add(double value) {
        settle(ColumnKind.NUMBER);
        makeRoom();
        switch (kind) {
            case NUMBER -> reals[rows] = value;
            case TEXT -> words[rows] = Column.spelled(value);
            case INTEGER, BOOLEAN, TIME, TENSOR -> throw new IllegalStateException(kind.toString());
        }
        rows++;
    }

    /// Adds a truth value.
    public void add(boolean value) {
        settle(ColumnKind.BOOLEAN);
        makeRoom();
        switch (kind) {
            case BOOLEAN -> wholes[rows] = value ? 1 : 0;
            case TEXT -> words[rows] = Boolean.toString(value);
            case INTEGER, NUMBER, TIME, TENSOR -> throw new IllegalStateException(kind.toString());
        }
        rows++;
    }

    /// Adds a text. `NaN`, `Infinity` and `-Infinity` are numbers among numbers: JSON has no other
    /// way to say so.
    public void add(String value) {
        double special = notFinite(value);
        if (!Double.isInfinite(special) && !value.equals("NaN")) {
            addText(value);
        } else if (kind == ColumnKind.TEXT) {
            addText(value);
        } else {
            add(special);
        }
    }

    /// Adds a text, whatever it says.
    void addText(String value) {
        allMoments = allMoments && moment(value);
        settle(ColumnKind.TEXT);
        makeRoom();
        int place = (value.hashCode() ^ value.hashCode() >>> 16) & (RECENT - 1);
        if (!value.equals(recent[place])) {
            recent[place] = value;
        }
        words[rows++] = recent[place];
    }

    /// Adds a moment in microseconds since 1970-01-01 UTC; the column then holds moments only.
    void addTime(long micros) {
        any = true;
        kind = ColumnKind.TIME;
        makeRoom();
        wholes[rows++] = micros;
    }

    /// Adds an array; all arrays of a column have one shape, or the column becomes text.
    public void add(NdArray value) {
        settle(ColumnKind.TENSOR);
        if (kind == ColumnKind.TENSOR && (!arrays.fits(value) || !missing.isEmpty())) {
            toText();
        }
        makeRoom();
        if (kind == ColumnKind.TENSOR) {
            arrays.add(value);
        } else {
            words[rows] = ArrayRows.spelled(value);
        }
        rows++;
    }

    /// Takes back the last row.
    void dropLast() {
        rows--;
        if (missing.get(rows)) {
            missing.clear(rows);
        } else if (kind == ColumnKind.TENSOR) {
            arrays.dropLast();
        }
    }

    /// The kind that all values so far go together as.
    public ColumnKind kind() {
        boolean moments = kind == ColumnKind.TEXT && any && allMoments;
        boolean gaps = kind == ColumnKind.TENSOR && !missing.isEmpty();
        return moments ? ColumnKind.TIME : gaps ? ColumnKind.TEXT : kind;
    }

    /// The column; goes on with an empty one that remembers its kind.
    public Column build() {
        return build(kind());
    }

    /// The column as a wider kind than its values need: text for anything, real for whole numbers.
    ///
    /// @throws IllegalArgumentException where the values do not fit that kind
    public Column build(ColumnKind wanted) {
        Column column = column(new ColumnInfo(name, wanted, role));
        clear();
        return column;
    }

    /// Forgets the rows, not the kind.
    public void clear() {
        rows = 0;
        missing.clear();
        arrays.clear();
        wholes = new long[wholes.length];
        reals = new double[reals.length];
        words = new @Nullable String[words.length];
    }

    private Column column(ColumnInfo info) {
        if (info.kind() == ColumnKind.TEXT && kind != ColumnKind.TEXT) {
            toText();
        } else if (info.kind() == ColumnKind.NUMBER && kind == ColumnKind.INTEGER) {
            toReals();
        }
        if (info.kind() == ColumnKind.TIME && kind == ColumnKind.TEXT) {
            return times(info);
        }
        boolean empty = missing.cardinality() == rows;
        if (info.kind() != kind && !empty) {
            throw new IllegalArgumentException(name + " is " + kind + ", not " + info.kind());
        }
        BitSet gaps = (BitSet) missing.clone();
        return switch (info.kind()) {
            case NUMBER -> new NumberColumn(info, realsOrMissing(), 0, rows);
            case INTEGER, BOOLEAN, TIME ->
                    new WholeColumn(info, Arrays.copyOf(wholes, rows), gaps, 0, rows);
            case TEXT -> new TextColumn(info, Arrays.copyOf(words, rows), 0, rows);
            case TENSOR -> new TensorColumn(info, arrays.stacked());
        };
    }

    private double[] realsOrMissing() {
        double[] all = Arrays.copyOf(reals, rows);
        missing.stream().forEach(row -> all[row] = Double.NaN);
        return all;
    }

    private Column times(ColumnInfo info) {
        long[] micros = new long[rows];
        for (int row = 0; row < rows; row++) {
            String word = missing.get(row) ? null : words[row];
            if (word != null) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                micros[row] = Moments.micros(bytes, 0, bytes.length).orElseThrow();
            }
        }
        return new WholeColumn(info, micros, (BitSet) missing.clone(), 0, rows);
    }

    /// Widens the kind so that a value of kind `next` can be added.
    private void settle(ColumnKind next) {
        if (!any) {
            any = true;
            kind = next;
            return;
        }
        if (kind == next || (kind == ColumnKind.NUMBER && next == ColumnKind.INTEGER)) {
            return;
        }
        if (kind == ColumnKind.INTEGER && next == ColumnKind.NUMBER) {
            toReals();
        } else if (kind != ColumnKind.TEXT) {
            toText();
        }
    }

    private void toReals() {
        reals = new double[wholes.length];
        for (int row = 0; row < rows; row++) {
            reals[row] = wholes[row];
        }
        kind = ColumnKind.NUMBER;
    }

    private void toText() {
        words = new @Nullable String[Math.max(16, rows)];
        for (int row = 0; row < rows; row++) {
            words[row] = missing.get(row) ? null : word(row);
        }
        arrays.clear();
        allMoments = false;
        kind = ColumnKind.TEXT;
    }

    private @Nullable String word(int row) {
        return switch (kind) {
            case INTEGER -> Long.toString(wholes[row]);
            case BOOLEAN -> wholes[row] == 0 ? "false" : "true";
            case NUMBER -> Column.spelled(reals[row]);
            case TENSOR -> ArrayRows.spelled(arrays.get(row - missing.get(0, row).cardinality()));
            case TIME -> Column.moment(wholes[row]);
            case TEXT -> words[row];
        };
    }

    private void makeRoom() {
        switch (kind) {
            case INTEGER, BOOLEAN, TIME -> wholes = rows < wholes.length ? wholes : grown(wholes);
            case NUMBER ->
                    reals =
                            rows < reals.length
                                    ? reals
                                    : Arrays.copyOf(reals, Math.max(16, rows + rows / 2));
            case TEXT ->
                    words =
                            rows < words.length
                                    ? words
                                    : Arrays.copyOf(words, Math.max(16, rows + rows / 2));
            case TENSOR -> {}
        }
    }

    private long[] grown(long[] full) {
        return Arrays.copyOf(full, Math.max(16, rows + rows / 2));
    }

    private static double notFinite(String value) {
        return switch (value) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static boolean moment(String value) {
        boolean dated = value.length() >= 10 && value.length() < 40 && value.charAt(4) == '-';
        if (!dated) {
            return false;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Moments.micros(bytes, 0, bytes.length).isPresent();
    }
}
