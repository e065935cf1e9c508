package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.onnx.ElementType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Gives an array the element type that an input wants, where no value changes its meaning: numbers
/// become reals, whole numbers other whole numbers that hold them. Nothing is parsed, nothing is
/// rounded to a whole number, no whole number overflows.
final class Casting {
    private Casting() {}

    /// The array as elements of that type.
    ///
    /// @param input name of the input, for the problem
    static NdArray cast(String input, NdArray array, ElementType wanted) throws Problem {
        DType target =
                ElementTypes.array(wanted)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                "runtime.inputType",
                                                input,
                                                input,
                                                wanted.spelling()));
        DType found = array.dtype();
        if (found == target) {
            return array;
        }
        boolean number = found.real() || found.whole() || found == DType.BOOL;
        if (target.real() && number) {
            return reals(array, target);
        }
        if (target.whole() && found.whole()) {
            return wholes(input, array, target);
        }
        throw Problem.of("runtime.type", input, input, wanted.spelling(), found.numpy());
    }

    private static NdArray reals(NdArray array, DType target) {
        List<Long> shape = array.shape();
        MemorySegment to = room(array, target);
        int size = Math.toIntExact(array.size());
        for (int i = 0; i < size; i++) {
            switch (target) {
                case FLOAT32 ->
                        to.set(ValueLayout.JAVA_FLOAT_UNALIGNED, i * 4L, (float) array.number(i));
                case FLOAT64 -> to.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, i * 8L, array.number(i));
                case FLOAT16 ->
                        to.set(
                                ValueLayout.JAVA_SHORT_UNALIGNED,
                                i * 2L,
                                Float.floatToFloat16((float) array.number(i)));
                case BFLOAT16 ->
                        to.set(
                                ValueLayout.JAVA_SHORT_UNALIGNED,
                                i * 2L,
                                bfloat16((float) array.number(i)));
                case BOOL,
                        INT8,
                        INT16,
                        INT32,
                        INT64,
                        UINT8,
                        UINT16,
                        UINT32,
                        UINT64,
                        COMPLEX64,
                        COMPLEX128,
                        STRING ->
                        throw new IllegalStateException(target + " is not real");
            }
        }
        return NdArray.of(target, to, shape);
    }

    /// Rounds to the nearest, ties to even; NaN stays NaN.
    static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
    }

    private static NdArray wholes(String input, NdArray array, DType target) throws Problem {
        MemorySegment to = room(array, target);
        int size = Math.toIntExact(array.size());
        for (int i = 0; i < size; i++) {
            long value = array.integer(i);
            boolean huge = array.dtype() == DType.UINT64 && value < 0;
            if (huge || !fits(value, target)) {
                throw Problem.of("runtime.range", input, input, array.text(i), target.numpy());
            }
            switch (target.bytes()) {
                case 1 -> to.set(ValueLayout.JAVA_BYTE, i, (byte) value);
                case 2 -> to.set(ValueLayout.JAVA_SHORT_UNALIGNED, i * 2L, (short) value);
                case 4 -> to.set(ValueLayout.JAVA_INT_UNALIGNED, i * 4L, (int) value);
                default -> to.set(ValueLayout.JAVA_LONG_UNALIGNED, i * 8L, value);
            }
        }
        return NdArray.of(target, to, array.shape());
    }

    /// Whether a type of whole numbers holds that value.
    static boolean fits(long value, DType type) {
        return switch (type) {
            case INT8 -> value == (byte) value;
            case INT16 -> value == (short) value;
            case INT32 -> value == (int) value;
            case INT64 -> true;
            case UINT8 -> value >= 0 && value <= 0xFF;
            case UINT16 -> value >= 0 && value <= 0xFFFF;
            case UINT32 -> value >= 0 && value <= 0xFFFF_FFFFL;
            case UINT64 -> value >= 0;
            case BOOL, FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128, STRING -> false;
        };
    }

    private static MemorySegment room(NdArray array, DType target) {
        long bytes = Math.multiplyExact(array.size(), target.bytes());
        return MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);
    }
}
