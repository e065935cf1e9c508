package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.format.protobuf.Numbers;
import gemwright.format.protobuf.WireReader;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.shape.Size;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads constants and shapes: `TensorProto` of `tensor.proto`, `TensorShapeProto` of
/// `tensor_shape.proto` (TensorFlow 2.21).
final class Tensors {
    /// One number may stand for a whole tensor; larger ones than this are not written out.
    private static final long MOST_FILLED = 1L << 26;

    /// What one number stands for is held up to here, and made anew each time beyond: a small file
    /// may hold many such tensors.
    private static final long MOST_HELD = 1L << 16;

    private final WireReader in;
    private final Numbers numbers = new Numbers();
    private final List<String> texts = new ArrayList<>();
    private ElementType type = ElementType.UNDEFINED;
    private List<Size> sizes = List.of();
    private Optional<MemorySegment> content = Optional.empty();

    private Tensors(WireReader in) {
        this.in = in;
    }

    static Tensor read(WireReader in) throws Problem {
        return new Tensors(in).tensor();
    }

    private Tensor tensor() throws Problem {
        while (in.next()) {
            switch (in.field()) {
                case 1 -> type = Types.of(in.int64());
                case 2 -> sizes = shape(in.message()).orElseThrow(this::damaged);
                case 4 -> content = Optional.of(in.window());
                case 5 -> in.words(numbers);
                case 6 -> in.longWords(numbers);
                case 7, 10, 11, 13, 16, 17 -> in.varints(numbers);
                case 8 -> texts.add(in.text());
                default -> in.skip();
            }
        }
        long[] shape = sizes.stream().mapToLong(s -> s.number().orElse(-1)).toArray();
        long count = 1;
        for (long size : shape) {
            if (size < 0 || (size > 0 && count > Long.MAX_VALUE / 64 / size)) {
                throw damaged();
            }
            count *= size;
        }
        return new Tensor("", type, Longs.of(shape), data(count));
    }

    private TensorData data(long count) throws Problem {
        if (type == ElementType.STRING) {
            if (texts.size() != count) {
                throw damaged();
            }
            return TensorData.of(texts);
        }
        if (type.bits() == 0) {
            return TensorData.of(new byte[0]);
        }
        long bytes = type.bytes(count);
        if (content.isPresent() && content.get().byteSize() > 0) {
            if (content.get().byteSize() != bytes) {
                throw damaged();
            }
            return TensorData.window(content.get());
        }
        long[] given = numbers.toLongs();
        boolean complex = type == ElementType.COMPLEX64 || type == ElementType.COMPLEX128;
        if (complex || bytes > MOST_FILLED || given.length > count) {
            throw damaged();
        }
        ElementType filledType = type;
        return bytes > MOST_HELD
                ? TensorData.streamed(
                        bytes, out -> out.write(filled((int) count, given, filledType)))
                : TensorData.of(filled((int) count, given, type));
    }

    /// The last number stands for all that follow; none at all means 0.
    private static byte[] filled(int count, long[] given, ElementType type) {
        int width = type.bits() / 8;
        ByteBuffer raw = ByteBuffer.allocate(count * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            long bits = given.length == 0 ? 0 : given[Math.min(i, given.length - 1)];
            switch (width) {
                case 1 -> raw.put((byte) bits);
                case 2 -> raw.putShort((short) bits);
                case 4 -> raw.putInt((int) bits);
                default -> raw.putLong(bits);
            }
        }
        return raw.array();
    }

    private Problem damaged() {
        return in.problem("tensorflow.tensor");
    }

    /// Sizes, free ones as -1; empty where not even the rank is known.
    static Optional<List<Size>> shape(WireReader in) throws Problem {
        List<Size> sizes = new ArrayList<>();
        boolean unknown = false;
        while (in.next()) {
            switch (in.field()) {
                case 2 -> sizes.add(Size.of(size(in.message())));
                case 3 -> unknown = in.int64() != 0;
                default -> in.skip();
            }
        }
        return unknown ? Optional.empty() : Optional.of(sizes);
    }

    private static long size(WireReader in) throws Problem {
        long size = 0;
        while (in.next()) {
            if (in.field() == 1) {
                size = in.int64();
            } else {
                in.skip();
            }
        }
        return size;
    }
}
