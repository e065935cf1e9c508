package gemwright.serve.v2;

import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.format.protobuf.WireReader;
import gemwright.serve.http.Refusal;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The values of one input, one field for each family of types (`InferTensorContents`).
final class WireContents {
    private static final int BOOLS = 1;
    private static final int INTS = 2;
    private static final int LONGS = 3;
    private static final int UNSIGNED_INTS = 4;
    private static final int UNSIGNED_LONGS = 5;
    private static final int FLOATS = 6;
    private static final int DOUBLES = 7;
    private static final int TEXTS = 8;

    private int field;
    private long[] numbers = new long[0];
    private int size;
    private final List<MemorySegment> texts = new ArrayList<>();

    static WireContents read(WireReader in) throws Problem, Refusal {
        WireContents contents = new WireContents();
        while (in.next()) {
            contents.field(in);
        }
        return contents;
    }

    private void field(WireReader in) throws Problem, Refusal {
        if (field != 0 && field != in.field()) {
            throw Refusal.badRequest("an input's contents: expected values of one type");
        }
        switch (in.field()) {
            case BOOLS, INTS, LONGS, UNSIGNED_INTS, UNSIGNED_LONGS -> in.varints(this::add);
            case FLOATS -> in.words(this::add);
            case DOUBLES -> in.longWords(this::add);
            case TEXTS -> texts.add(in.window());
            default -> {
                in.skip();
                return;
            }
        }
        field = in.field();
    }

    private void add(long value) {
        if (size == numbers.length) {
            numbers = java.util.Arrays.copyOf(numbers, Math.max(16, 2 * size));
        }
        numbers[size++] = value;
    }

    /// The values as raw bytes of that type.
    ///
    /// @param place how messages call the input
    /// @throws Refusal where the values are of another type, or do not fit it
    byte[] bytes(DType type, String place) throws Refusal {
        Optional<Integer> expected = field(type);
        if (expected.isEmpty()) {
            throw Refusal.badRequest(
                    place
                            + ": expected raw_input_contents, which alone carry "
                            + DataTypes.of(type));
        }
        if (field != 0 && field != expected.get()) {
            throw Refusal.badRequest(
                    place + ": expected the contents of " + DataTypes.of(type) + ", found others");
        }
        if (type == DType.STRING) {
            return lengthPrefixed();
        }
        ByteBuffer bytes = ByteBuffer.allocate(size * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            put(bytes, type, numbers[i], place + ", element " + i);
        }
        return bytes.array();
    }

    private static Optional<Integer> field(DType type) {
        return switch (type) {
            case BOOL -> Optional.of(BOOLS);
            case INT8, INT16, INT32 -> Optional.of(INTS);
            case INT64 -> Optional.of(LONGS);
            case UINT8, UINT16, UINT32 -> Optional.of(UNSIGNED_INTS);
            case UINT64 -> Optional.of(UNSIGNED_LONGS);
            case FLOAT32 -> Optional.of(FLOATS);
            case FLOAT64 -> Optional.of(DOUBLES);
            case STRING -> Optional.of(TEXTS);
            case FLOAT16, BFLOAT16, COMPLEX64, COMPLEX128 -> Optional.empty();
        };
    }

    private static void put(ByteBuffer bytes, DType type, long value, String place) throws Refusal {
        switch (type) {
            case BOOL -> bytes.put((byte) fitting(value, 0, 1, type, place));
            case INT8 ->
                    bytes.put((byte) fitting(value, Byte.MIN_VALUE, Byte.MAX_VALUE, type, place));
            case UINT8 -> bytes.put((byte) fitting(value, 0, 0xFF, type, place));
            case INT16 ->
                    bytes.putShort(
                            (short) fitting(value, Short.MIN_VALUE, Short.MAX_VALUE, type, place));
            case UINT16 -> bytes.putShort((short) fitting(value, 0, 0xFFFF, type, place));
            case INT32, UINT32, FLOAT32 -> bytes.putInt((int) value);
            default -> bytes.putLong(value);
        }
    }

    private static long fitting(long value, long least, long most, DType type, String place)
            throws Refusal {
        if (value < least || value > most) {
            throw Refusal.badRequest(
                    place + ": expected a number that fits " + type.numpy() + ", found " + value);
        }
        return value;
    }

    private byte[] lengthPrefixed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (MemorySegment text : texts) {
            ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            out.writeBytes(length.putInt((int) text.byteSize()).array());
            out.writeBytes(text.toArray(ValueLayout.JAVA_BYTE));
        }
        return out.toByteArray();
    }
}
