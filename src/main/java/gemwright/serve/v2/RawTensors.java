package gemwright.serve.v2;

import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Tensors as raw bytes behind the JSON: little-endian in C order; a text is its length in four
/// bytes and then UTF-8 (the binary tensor data extension).
final class RawTensors {
    private RawTensors() {}

    /// A tensor in a body from `offset` on.
    ///
    /// @param place how messages call it
    static NdArray read(
            byte[] body, int offset, int size, DType type, List<Long> shape, String place)
            throws Refusal {
        if (type == DType.STRING) {
            List<String> texts = texts(ByteBuffer.wrap(body, offset, size), place);
            requireElements(shape, texts.size(), place);
            return NdArray.of(texts, shape.stream().mapToLong(Long::longValue).toArray());
        }
        long elements = InputData.elements(shape, place);
        if (elements > size || elements * type.bytes() != size) {
            throw Refusal.badRequest(
                    place
                            + ": expected "
                            + elements
                            + " elements of "
                            + DataTypes.of(type)
                            + " ("
                            + elements * type.bytes()
                            + " bytes) for the shape "
                            + shape
                            + ", found "
                            + size
                            + " bytes");
        }
        MemorySegment bytes = MemorySegment.ofArray(body).asSlice(offset, size);
        return NdArray.of(type, bytes, shape);
    }

    private static List<String> texts(ByteBuffer bytes, String place) throws Refusal {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() >= 4 ? in.getInt() : -1;
            if (length < 0 || length > in.remaining()) {
                throw Refusal.badRequest(
                        place
                                + ": text "
                                + texts.size()
                                + " claims "
                                + length
                                + " bytes, "
                                + in.remaining()
                                + " are left");
            }
            ByteBuffer one = in.slice().limit(length);
            try {
                texts.add(StandardCharsets.UTF_8.newDecoder().decode(one).toString());
            } catch (CharacterCodingException damaged) {
                throw Refusal.badRequest(place + ": text " + texts.size() + " is not UTF-8");
            }
            in.position(in.position() + length);
        }
        return texts;
    }

    private static void requireElements(List<Long> shape, long found, String place) throws Refusal {
        long elements = InputData.elements(shape, place);
        if (elements != found) {
            throw Refusal.badRequest(
                    place
                            + ": expected "
                            + elements
                            + " elements for the shape "
                            + shape
                            + ", found "
                            + found);
        }
    }

    /// The raw bytes of a tensor.
    static byte[] write(NdArray array) {
        if (array.dtype() != DType.STRING) {
            return array.segment().toArray(ValueLayout.JAVA_BYTE);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String text : array.texts()) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            byte[] length =
                    ByteBuffer.allocate(4)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(utf8.length)
                            .array();
            out.writeBytes(length);
            out.writeBytes(utf8);
        }
        return out.toByteArray();
    }
}
