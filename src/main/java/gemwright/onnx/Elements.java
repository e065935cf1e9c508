package gemwright.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// Numbers of a tensor, read from the raw layout one by one without copying it.
///
/// Complex numbers and strings are not numbers in this sense.
public final class Elements {
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

    private final ElementType type;
    private final MemorySegment raw;
    private final long count;

    /// The first `count` elements in `raw`, or as many as there are.
    public Elements(ElementType type, MemorySegment raw, long count) {
        if (!type.isFloating() && !type.isInteger() && type != ElementType.BOOL) {
            throw new IllegalArgumentException(type.spelling() + " is not a kind of number");
        }
        this.type = type;
        this.raw = raw;
        this.count = Math.min(count, Math.multiplyExact(raw.byteSize(), 8) / type.bits());
    }

    /// How many there are.
    public long count() {
        return count;
    }

    /// The element at that place; integers beyond 2^53 are rounded.
    public double number(long index) {
        return switch (type) {
            case FLOAT -> raw.get(FLOAT, index * 4);
            case DOUBLE -> raw.get(DOUBLE, index * 8);
            case FLOAT16 -> Float.float16ToFloat(raw.get(SHORT, index * 2));
            case BFLOAT16 -> Float.intBitsToFloat(raw.get(SHORT, index * 2) << 16);
            case FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1 ->
                    SmallFloat.decode(type, bits(index));
            case UINT64 -> unsigned(raw.get(LONG, index * 8));
            case UNDEFINED,
                    UINT8,
                    INT8,
                    UINT16,
                    INT16,
                    INT32,
                    INT64,
                    STRING,
                    BOOL,
                    UINT32,
                    COMPLEX64,
                    COMPLEX128,
                    UINT4,
                    INT4,
                    UINT2,
                    INT2 ->
                    integer(index);
        };
    }

    /// The element at that place as a whole number: fractions are cut off, `uint64` keeps its bits.
    public long integer(long index) {
        return switch (type) {
            case INT64, UINT64 -> raw.get(LONG, index * 8);
            case INT32 -> raw.get(INT, index * 4);
            case UINT32 -> Integer.toUnsignedLong(raw.get(INT, index * 4));
            case INT16 -> raw.get(SHORT, index * 2);
            case UINT16 -> Short.toUnsignedLong(raw.get(SHORT, index * 2));
            case INT8 -> raw.get(ValueLayout.JAVA_BYTE, index);
            case UINT8, BOOL -> Byte.toUnsignedLong(raw.get(ValueLayout.JAVA_BYTE, index));
            case UINT4, UINT2 -> bits(index);
            case INT4 -> (long) bits(index) << 60 >> 60;
            case INT2 -> (long) bits(index) << 62 >> 62;
            case FLOAT,
                    DOUBLE,
                    FLOAT16,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1 ->
                    (long) number(index);
            case UNDEFINED, STRING, COMPLEX64, COMPLEX128 -> throw new IllegalStateException();
        };
    }

    /// All elements as doubles, one after the other.
    public DoubleStream numbers() {
        return LongStream.range(0, count).mapToDouble(this::number);
    }

    /// All elements as floats; larger numbers are rounded.
    public float[] toFloats() {
        if (type == ElementType.FLOAT) {
            return raw.asSlice(0, count * type.bits() / 8).toArray(FLOAT);
        }
        float[] floats = new float[Math.toIntExact(count)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) number(i);
        }
        return floats;
    }

    /// All elements as doubles.
    public double[] toDoubles() {
        if (type == ElementType.DOUBLE) {
            return raw.asSlice(0, count * type.bits() / 8).toArray(DOUBLE);
        }
        double[] doubles = new double[Math.toIntExact(count)];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = number(i);
        }
        return doubles;
    }

    /// All elements as whole numbers.
    public long[] toLongs() {
        if (type == ElementType.INT64) {
            return raw.asSlice(0, count * type.bits() / 8).toArray(LONG);
        }
        long[] longs = new long[Math.toIntExact(count)];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = integer(i);
        }
        return longs;
    }

    /// The bits of an element of at most eight; elements follow each other from the lowest bit up.
    private int bits(long index) {
        long at = index * type.bits();
        long first = at >>> 3;
        int low = Byte.toUnsignedInt(raw.get(ValueLayout.JAVA_BYTE, first));
        int high =
                first + 1 < raw.byteSize()
                        ? Byte.toUnsignedInt(raw.get(ValueLayout.JAVA_BYTE, first + 1))
                        : 0;
        return ((high << 8 | low) >>> (int) (at & 7)) & (1 << type.bits()) - 1;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }
}
