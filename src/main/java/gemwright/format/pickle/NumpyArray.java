package gemwright.format.pickle;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/// A numpy array: a typed window on the file's bytes, or Python objects for the type `object`.
///
/// Whatever the order in memory, items are counted in row-major order here (the last dimension runs
/// fastest). Valid until the [PickleFile] is closed.
public final class NumpyArray implements PickleValue {
    private NumpyType type;
    private List<Integer> shape = List.of(0);
    private boolean columnMajor;
    private MemorySegment data = PickleBytes.EMPTY.segment();
    private long offset;
    private long stride;
    private List<PickleValue> objects = List.of();
    private int size;

    /// An empty array, to be filled by [#fill] or [#fillObjects].
    NumpyArray(NumpyType type) {
        this.type = type;
    }

    void fill(NumpyType itemType, List<Integer> dimensions, boolean fortran, MemorySegment bytes) {
        type = itemType;
        shape = List.copyOf(dimensions);
        size = shape.stream().reduce(1, Math::multiplyExact);
        columnMajor = fortran && shape.size() > 1;
        data = bytes.asReadOnly();
        stride = itemType.itemSize();
    }

    void fillObjects(
            NumpyType itemType,
            List<Integer> dimensions,
            boolean fortran,
            List<PickleValue> values) {
        type = itemType;
        shape = List.copyOf(dimensions);
        size = values.size();
        columnMajor = fortran && shape.size() > 1;
        objects = values;
    }

    /// The type of its items.
    public NumpyType type() {
        return type;
    }

    /// Items in each dimension; empty for an array of one item without dimensions.
    public List<Integer> shape() {
        return shape;
    }

    /// Items in all.
    public int size() {
        return size;
    }

    /// Whether its items are truth values or numbers of up to 64 bits, or objects that all are
    /// numbers.
    public boolean holdsNumbers() {
        return type.kind() == 'O'
                ? objects.stream().allMatch(item -> item.asNumber().isPresent())
                : NumpyItems.isNumber(type);
    }

    /// Whether its items are whole numbers, truth values or times of up to 64 bits, or objects that
    /// all are whole numbers.
    public boolean holdsIntegers() {
        return type.kind() == 'O'
                ? objects.stream().allMatch(item -> item.asInteger().isPresent())
                : NumpyItems.isInteger(type);
    }

    /// All items as numbers, in row-major order.
    ///
    /// @throws IllegalStateException unless [#holdsNumbers]
    public double[] doubles() {
        demand(holdsNumbers());
        if (type.kind() == 'O') {
            return IntStream.range(0, size)
                    .mapToDouble(i -> objects.get(place(i)).asNumber().orElseThrow())
                    .toArray();
        }
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = NumpyItems.number(data, offset + stride * place(i), type);
        }
        return numbers;
    }

    /// All items rounded to float32, in row-major order.
    ///
    /// @throws IllegalStateException unless [#holdsNumbers]
    public float[] floats() {
        demand(holdsNumbers());
        float[] numbers = new float[size];
        if (type.kind() == 'O') {
            for (int i = 0; i < size; i++) {
                numbers[i] = (float) objects.get(place(i)).asNumber().orElseThrow();
            }
            return numbers;
        }
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) NumpyItems.number(data, offset + stride * place(i), type);
        }
        return numbers;
    }

    /// All items as whole numbers, in row-major order; uint64 beyond 2⁶³ wraps.
    ///
    /// @throws IllegalStateException unless [#holdsIntegers]
    public long[] integers() {
        demand(holdsIntegers());
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] =
                    type.kind() == 'O'
                            ? objects.get(place(i)).asInteger().orElseThrow()
                            : NumpyItems.integer(data, offset + stride * place(i), type);
        }
        return numbers;
    }

    /// The item at that place of the row-major order, as a plain value.
    public PickleValue value(int index) {
        java.util.Objects.checkIndex(index, size);
        return type.kind() == 'O'
                ? objects.get(place(index))
                : NumpyItems.value(data, offset + stride * place(index), type);
    }

    /// All items as plain values, in row-major order.
    public List<PickleValue> values() {
        return IntStream.range(0, size).mapToObj(this::value).toList();
    }

    /// One field of a structured array, as an array of the same shape.
    public java.util.Optional<NumpyArray> field(String name) {
        return java.util.Optional.ofNullable(type.fields().get(name)).map(this::view);
    }

    private NumpyArray view(NumpyType.Field field) {
        NumpyArray view = new NumpyArray(field.type());
        view.shape = shape;
        view.size = size;
        view.columnMajor = columnMajor;
        view.data = data;
        view.offset = offset + field.offset();
        view.stride = stride;
        return view;
    }

    private void demand(boolean kindIsRight) {
        if (!kindIsRight) {
            throw new IllegalStateException("an array of " + type);
        }
    }

    /// Where the item at that place of the row-major order lies.
    private int place(int index) {
        if (!columnMajor) {
            return index;
        }
        int place = 0;
        int left = index;
        int below = size;
        for (int i = shape.size() - 1; i >= 0; i--) {
            int extent = shape.get(i);
            below /= extent;
            place += left % extent * below;
            left /= extent;
        }
        return place;
    }
}
