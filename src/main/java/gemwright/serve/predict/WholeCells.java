package gemwright.serve.predict;

import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.LongStream;

/// Whole numbers of every width, signed or not.
final class WholeCells extends Cells {
    private final DType type;
    private final BigInteger lowest;
    private final BigInteger highest;
    private long[] values = new long[64];

    WholeCells(DType type) {
        this.type = type;
        int bits = 8 * type.bytes();
        boolean signed =
                switch (type) {
                    case INT8, INT16, INT32, INT64 -> true;
                    default -> false;
                };
        BigInteger half = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        this.lowest = signed ? half.negate() : BigInteger.ZERO;
        this.highest = half.subtract(BigInteger.ONE);
    }

    @Override
    public void put(int index, JsonParser value, boolean maybeMissing, Place place) throws Refusal {
        if (value.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw place.refuse("a whole number (" + type.numpy() + ")", value);
        }
        if (index >= values.length) {
            values = Arrays.copyOf(values, grown(values.length, index));
        }
        if (type == DType.INT64 && value.getNumberType() == JsonParser.NumberType.INT) {
            values[index] = value.getIntValue();
            return;
        }
        BigInteger number = value.getBigIntegerValue();
        if (number.compareTo(lowest) < 0 || number.compareTo(highest) > 0) {
            throw place.refuse(
                    "a whole number from " + lowest + " to " + highest + " (" + type.numpy() + ")",
                    value);
        }
        values[index] = number.longValue();
    }

    @Override
    public NdArray array(int size, long... shape) {
        if (type == DType.INT64) {
            return NdArray.of(Arrays.copyOf(values, size), shape);
        }
        MemorySegment bytes = MemorySegment.ofArray(new byte[size * type.bytes()]);
        for (int i = 0; i < size; i++) {
            switch (type.bytes()) {
                case 1 -> bytes.set(ValueLayout.JAVA_BYTE, i, (byte) values[i]);
                case 2 ->
                        bytes.set(
                                ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
                                2L * i,
                                (short) values[i]);
                case 4 ->
                        bytes.set(
                                ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
                                4L * i,
                                (int) values[i]);
                default ->
                        bytes.set(
                                ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
                                8L * i,
                                values[i]);
            }
        }
        return NdArray.of(type, bytes, LongStream.of(shape).boxed().toList());
    }
}
