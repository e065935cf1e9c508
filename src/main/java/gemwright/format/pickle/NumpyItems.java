package gemwright.format.pickle;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;

/// How one item of a numpy type lies in memory.
final class NumpyItems {
    private NumpyItems() {}

    /// Whether [#number] can read such items.
    static boolean isNumber(NumpyType type) {
        long size = type.itemSize();
        return switch (type.kind()) {
            case 'b' -> size == 1;
            case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
            case 'f' -> size == 2 || size == 4 || size == 8;
            default -> false;
        };
    }

    /// Whether [#integer] can read such items: truth values, whole numbers and times.
    static boolean isInteger(NumpyType type) {
        return switch (type.kind()) {
            case 'm', 'M' -> type.itemSize() == 8;
            case 'f' -> false;
            default -> isNumber(type);
        };
    }

    static double number(MemorySegment data, long at, NumpyType type) {
        ByteOrder order = type.order();
        if (type.kind() == 'f') {
            return switch ((int) type.itemSize()) {
                case 2 ->
                        Float.float16ToFloat(
                                data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at));
                case 4 -> data.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at);
                default -> data.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at);
            };
        }
        long whole = integer(data, at, type);
        return type.kind() == 'u' && whole < 0 ? unsigned(whole).doubleValue() : whole;
    }

    /// A whole number; one of uint64 beyond 2⁶³ comes out negative, see [#unsigned].
    static long integer(MemorySegment data, long at, NumpyType type) {
        ByteOrder order = type.order();
        boolean unsigned = type.kind() == 'u';
        return switch ((int) type.itemSize()) {
            case 1 -> {
                byte value = data.get(ValueLayout.JAVA_BYTE, at);
                yield unsigned || type.kind() == 'b' ? value & 0xff : value;
            }
            case 2 -> {
                short value = data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
                yield unsigned ? value & 0xffff : value;
            }
            case 4 -> {
                int value = data.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
                yield unsigned ? Integer.toUnsignedLong(value) : value;
            }
            default -> data.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
        };
    }

    static BigInteger unsigned(long bits) {
        return bits >= 0
                ? BigInteger.valueOf(bits)
                : BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64));
    }

    /// A text of UTF-32 without its trailing zeros, as numpy gives it.
    static String text(MemorySegment data, long at, NumpyType type) {
        var layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(type.order());
        long end = type.itemSize() / 4;
        while (end > 0 && data.get(layout, at + 4 * (end - 1)) == 0) {
            end--;
        }
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < end; i++) {
            int point = data.get(layout, at + 4 * i);
            text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
        }
        return text.toString();
    }

    /// The item as a plain value.
    static PickleValue value(MemorySegment data, long at, NumpyType type) {
        if (type.kind() == 'b' && type.itemSize() == 1) {
            return PickleBoolean.of(integer(data, at, type) != 0);
        }
        if (type.kind() == 'u' && type.itemSize() == 8) {
            return PickleBigInteger.of(unsigned(integer(data, at, type)));
        }
        if (isInteger(type)) {
            return PickleInteger.of(integer(data, at, type));
        }
        if (isNumber(type)) {
            return new PickleFloat(number(data, at, type));
        }
        return type.kind() == 'U'
                ? new PickleText(text(data, at, type))
                : new PickleBytes(data.asSlice(at, type.itemSize()));
    }
}
