package gemwright.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An immutable array of any rank in C order: the last dimension lies together.
///
/// Numbers lie little-endian in a memory segment, which may be a window on a mapped file; texts in
/// a list. Elements are asked for by their flat index. Arrays given to a factory are taken over,
/// not copied: the caller lets go of them.
public final class NdArray {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final DType dtype;
    private final List<Long> shape;
    private final long size;
    private final MemorySegment numbers;
    private final List<String> texts;

    private NdArray(DType dtype, List<Long> shape, MemorySegment numbers, List<String> texts) {
        this.dtype = dtype;
        this.shape = List.copyOf(shape);
        this.size = product(this.shape);
        this.numbers = numbers.asReadOnly();
        this.texts = texts;
        long held = dtype == DType.STRING ? texts.size() : numbers.byteSize() / dtype.bytes();
        boolean whole = dtype == DType.STRING || numbers.byteSize() % dtype.bytes() == 0;
        if (held != size || !whole) {
            throw new IllegalArgumentException(
                    dtype + " " + shape + " needs " + size + " elements, has " + held);
        }
    }

    /// Elements of a type, little-endian in C order. Whoever owns the segment keeps it alive.
    public static NdArray of(DType dtype, MemorySegment littleEndian, List<Long> shape) {
        if (dtype == DType.STRING) {
            throw new IllegalArgumentException("texts do not lie in a segment");
        }
        return new NdArray(dtype, shape, littleEndian, List.of());
    }

    /// `float32`.
    public static NdArray of(float[] values, long... shape) {
        return of(DType.FLOAT32, inMachineOrder(MemorySegment.ofArray(values)), boxed(shape));
    }

    /// `float64`.
    public static NdArray of(double[] values, long... shape) {
        return of(DType.FLOAT64, inMachineOrder(MemorySegment.ofArray(values)), boxed(shape));
    }

    /// `int64`.
    public static NdArray of(long[] values, long... shape) {
        return of(DType.INT64, inMachineOrder(MemorySegment.ofArray(values)), boxed(shape));
    }

    /// `int32`.
    public static NdArray of(int[] values, long... shape) {
        return of(DType.INT32, inMachineOrder(MemorySegment.ofArray(values)), boxed(shape));
    }

    /// `uint8`.
    public static NdArray ofBytes(byte[] unsigned, long... shape) {
        return of(DType.UINT8, MemorySegment.ofArray(unsigned), boxed(shape));
    }

    /// Truth values.
    public static NdArray of(boolean[] values, long... shape) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (values[i] ? 1 : 0);
        }
        return of(DType.BOOL, MemorySegment.ofArray(bytes), boxed(shape));
    }

    /// Texts.
    public static NdArray of(List<String> values, long... shape) {
        return new NdArray(
                DType.STRING,
                boxed(shape),
                MemorySegment.ofArray(new byte[0]),
                List.copyOf(values));
    }

    /// What one element is.
    public DType dtype() {
        return dtype;
    }

    /// The dimensions, outermost first; empty for a single number.
    public List<Long> shape() {
        return shape;
    }

    /// Number of dimensions.
    public int rank() {
        return shape.size();
    }

    /// Elements in all.
    public long size() {
        return size;
    }

    /// Length of the first dimension; 1 for a single number.
    public long rows() {
        return shape.isEmpty() ? 1 : shape.getFirst();
    }

    /// The bytes of the numbers, read-only, little-endian, in C order; empty for texts.
    public MemorySegment segment() {
        return numbers;
    }

    /// The texts in C order; empty for numbers.
    public List<String> texts() {
        return texts;
    }

    /// One element as a number: a truth value as 0 or 1, the real part of a complex one.
    public double number(long index) {
        return switch (dtype) {
            case FLOAT32, COMPLEX64 -> numbers.get(FLOAT, index * dtype.bytes());
            case FLOAT64, COMPLEX128 -> numbers.get(DOUBLE, index * dtype.bytes());
            case FLOAT16 -> Float.float16ToFloat(numbers.get(SHORT, index * 2));
            case BFLOAT16 -> Float.intBitsToFloat(numbers.get(SHORT, index * 2) << 16);
            case UINT64 -> unsigned(numbers.get(LONG, index * 8));
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> integer(index);
            case STRING -> throw new IllegalStateException("texts have no number");
        };
    }

    /// One element as a whole number: reals are cut towards zero, `uint64` keeps its bits.
    public long integer(long index) {
        return switch (dtype) {
            case BOOL -> numbers.get(ValueLayout.JAVA_BYTE, index) == 0 ? 0 : 1;
            case INT8 -> numbers.get(ValueLayout.JAVA_BYTE, index);
            case UINT8 -> numbers.get(ValueLayout.JAVA_BYTE, index) & 0xFF;
            case INT16 -> numbers.get(SHORT, index * 2);
            case UINT16 -> numbers.get(SHORT, index * 2) & 0xFFFF;
            case INT32 -> numbers.get(INT, index * 4);
            case UINT32 -> numbers.get(INT, index * 4) & 0xFFFF_FFFFL;
            case INT64, UINT64 -> numbers.get(LONG, index * 8);
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 -> (long) number(index);
            case STRING -> throw new IllegalStateException("texts have no number");
        };
    }

    /// One element as text.
    public String text(long index) {
        return switch (dtype) {
            case STRING -> texts.get(Math.toIntExact(index));
            case BOOL -> integer(index) == 0 ? "false" : "true";
            case UINT64 -> Long.toUnsignedString(integer(index));
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> Long.toString(integer(index));
            case FLOAT16, BFLOAT16, FLOAT32 -> Float.toString((float) number(index));
            case FLOAT64 -> Double.toString(number(index));
            case COMPLEX64, COMPLEX128 -> number(index) + "+" + imaginary(index) + "j";
        };
    }

    /// The imaginary part of a complex element, 0 for every other.
    public double imaginary(long index) {
        return switch (dtype) {
            case COMPLEX64 -> numbers.get(FLOAT, index * 8 + 4);
            case COMPLEX128 -> numbers.get(DOUBLE, index * 16 + 8);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> 0;
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, STRING -> 0;
        };
    }

    /// All elements as `float`, in an array of the caller's own.
    public float[] floats() {
        if (dtype == DType.FLOAT32) {
            return numbers.toArray(FLOAT);
        }
        float[] all = new float[Math.toIntExact(size)];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) number(i);
        }
        return all;
    }

    /// All elements as `double`, in an array of the caller's own.
    public double[] doubles() {
        if (dtype == DType.FLOAT64) {
            return numbers.toArray(DOUBLE);
        }
        double[] all = new double[Math.toIntExact(size)];
        for (int i = 0; i < all.length; i++) {
            all[i] = number(i);
        }
        return all;
    }

    /// All elements as [#integer] gives them, in an array of the caller's own.
    public long[] integers() {
        long[] all = new long[Math.toIntExact(size)];
        for (int i = 0; i < all.length; i++) {
            all[i] = integer(i);
        }
        return all;
    }

    /// The same elements with other dimensions of the same product.
    public NdArray reshape(long... dimensions) {
        return new NdArray(dtype, boxed(dimensions), numbers, texts);
    }

    /// Rows `from` (inclusive) to `to` (exclusive) of the first dimension; nothing is copied.
    public NdArray slice(long from, long to) {
        if (shape.isEmpty() || from < 0 || to < from || to > shape.getFirst()) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + shape);
        }
        List<Long> dimensions = new ArrayList<>(shape);
        dimensions.set(0, to - from);
        long row = product(shape.subList(1, shape.size()));
        if (dtype == DType.STRING) {
            List<String> some =
                    texts.subList(Math.toIntExact(from * row), Math.toIntExact(to * row));
            return new NdArray(dtype, dimensions, numbers, some);
        }
        long bytes = row * dtype.bytes();
        return new NdArray(
                dtype, dimensions, numbers.asSlice(from * bytes, (to - from) * bytes), texts);
    }

    /// Arrays of one type and of equal dimensions but the first, one after the other.
    public static NdArray concat(List<NdArray> parts) {
        return Joining.arrays(parts);
    }

    /// The dimensions of one row: all but the first.
    public List<Long> rowShape() {
        return shape.isEmpty() ? List.of() : shape.subList(1, shape.size());
    }

    /// Equal type, dimensions and bytes: NaN equals NaN of the same bits, 0 differs from −0.
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof NdArray array
                && dtype == array.dtype
                && shape.equals(array.shape)
                && texts.equals(array.texts)
                && numbers.mismatch(array.numbers) == -1;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {dtype.hashCode(), shape.hashCode()});
    }

    @Override
    public String toString() {
        return dtype.numpy() + shape;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private static List<Long> boxed(long... shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    private static long product(List<Long> shape) {
        long product = 1;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("negative dimension in " + shape);
            }
            product = Math.multiplyExact(product, dimension);
        }
        return product;
    }

    /// Java's own arrays are in the machine's order; every machine this program is made for is
    /// little-endian.
    private static MemorySegment inMachineOrder(MemorySegment array) {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            throw new IllegalStateException("a big-endian machine");
        }
        return array;
    }
}
