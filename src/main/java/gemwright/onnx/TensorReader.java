package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.format.protobuf.Numbers;
import gemwright.format.protobuf.WireReader;
import gemwright.format.protobuf.WireType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads tensors; fields in the numbering of onnx.proto. Elements in the raw layout, and floats and
/// doubles packed in their own field (the same bytes), stay windows on the file; only integers of
/// variable length are decoded.
final class TensorReader {
    private static final int TYPE = 2;
    private static final int RAW = 9;
    private static final int EXTERNAL = 13;
    private static final int LOCATION = 14;
    private static final int SMALL = 1 << 16;

    private final ExternalFiles files;
    private final Arena arena;

    /// @param arena owns large decoded integers
    TensorReader(ExternalFiles files, Arena arena) {
        this.files = files;
        this.arena = arena;
    }

    /// What the first pass finds: element type, and the field that holds the elements.
    private record Head(ElementType type, int field) {}

    Tensor tensor(WireReader in) throws Problem {
        Head head = head(in.again());
        String name = "";
        String documentation = "";
        Numbers sizes = new Numbers();
        List<Metadata.Entry> metadata = new ArrayList<>();
        List<Metadata.Entry> external = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> in.varints(sizes);
                case TYPE -> TypeReader.skipOrKeep(in, head.type());
                case 8 -> name = in.string();
                case 12 -> documentation = in.text();
                case EXTERNAL -> external.add(GraphReader.entry(in.message()));
                case 16 -> metadata.add(GraphReader.entry(in.message()));
                default -> claim(in, head);
            }
        }
        Longs shape = Longs.of(sizes.toLongs());
        TensorData data =
                head.field() == EXTERNAL
                        ? files.data(new Metadata(external), bytes(head.type(), shape, in), in)
                        : data(in.again(), head);
        bytes(head.type(), shape, in);
        return new Tensor(
                name, head.type(), shape, data, documentation, new Metadata(metadata), in.kept());
    }

    SparseTensor sparse(WireReader in) throws Problem {
        Optional<Tensor> values = Optional.empty();
        Optional<Tensor> indices = Optional.empty();
        Numbers sizes = new Numbers();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> values = GraphReader.once(in, values, tensor(in.message()));
                case 2 -> indices = GraphReader.once(in, indices, tensor(in.message()));
                case 3 -> in.varints(sizes);
                default -> in.keep();
            }
        }
        Longs shape = Longs.of(sizes.toLongs());
        bytes(ElementType.UINT8, shape, in);
        return new SparseTensor(
                values.orElseGet(TensorReader::nothing),
                indices.orElseGet(TensorReader::nothing),
                shape,
                in.kept());
    }

    private static Tensor nothing() {
        return new Tensor("", ElementType.UNDEFINED, Longs.of(0), TensorData.of(new byte[0]));
    }

    private static Head head(WireReader in) throws Problem {
        ElementType type = ElementType.UNDEFINED;
        boolean raw = false;
        boolean external = false;
        while (in.next()) {
            switch (in.field()) {
                case TYPE -> type = TypeReader.element(in.int32());
                case LOCATION -> external = in.int32() == 1;
                case RAW -> {
                    raw = true;
                    in.skip();
                }
                default -> in.skip();
            }
        }
        int field = external ? EXTERNAL : raw ? RAW : field(type);
        return new Head(type, type == ElementType.STRING && !external ? field(type) : field);
    }

    /// The typed field that holds elements of that type.
    static int field(ElementType type) {
        return switch (type) {
            case UNDEFINED -> 0;
            case FLOAT, COMPLEX64 -> 4;
            case STRING -> 6;
            case INT64 -> 7;
            case DOUBLE, COMPLEX128 -> 10;
            case UINT32, UINT64 -> 11;
            case UINT8,
                    INT8,
                    UINT16,
                    INT16,
                    INT32,
                    BOOL,
                    FLOAT16,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    UINT4,
                    INT4,
                    UINT2,
                    INT2,
                    FLOAT4E2M1,
                    FLOAT6E2M3,
                    FLOAT6E3M2 ->
                    5;
        };
    }

    /// The field with the elements, and what says where they are, is claimed; others are kept.
    private static void claim(WireReader in, Head head) throws Problem {
        if (in.field() == head.field() || in.field() == LOCATION) {
            in.skip();
        } else {
            in.keep();
        }
    }

    private TensorData data(WireReader in, Head head) throws Problem {
        return switch (head.field()) {
            case RAW -> TensorData.window(lastWindow(in));
            case 4 -> words(in, 4, Float.BYTES);
            case 10 -> words(in, 10, Double.BYTES);
            case 6 -> strings(in);
            case 5, 7, 11 -> varints(in, head);
            default -> TensorData.of(new byte[0]);
        };
    }

    private static MemorySegment lastWindow(WireReader in) throws Problem {
        MemorySegment window = MemorySegment.NULL;
        while (in.next()) {
            if (in.field() == RAW) {
                window = in.window();
            } else {
                in.skip();
            }
        }
        return window;
    }

    private TensorData words(WireReader in, int field, int width) throws Problem {
        List<MemorySegment> packed = new ArrayList<>();
        Numbers single = new Numbers();
        while (in.next()) {
            if (in.field() != field) {
                in.skip();
            } else if (in.type() == WireType.LENGTH) {
                packed.add(in.window());
            } else if (width == Float.BYTES) {
                in.words(single);
            } else {
                in.longWords(single);
            }
        }
        long[] singles = single.toLongs();
        if (packed.size() == 1 && singles.length == 0) {
            return TensorData.window(packed.getFirst());
        }
        // Mixed or unpacked: no known writer does this to large tensors.
        PackedBits values = little(singles.length, 8 * width);
        for (long value : singles) {
            values.accept(value);
        }
        return TensorData.window(joined(packed, values.segment()));
    }

    private MemorySegment joined(List<MemorySegment> first, MemorySegment last) {
        List<MemorySegment> parts = new ArrayList<>(first);
        parts.add(last);
        MemorySegment whole = room(parts.stream().mapToLong(MemorySegment::byteSize).sum());
        long at = 0;
        for (MemorySegment part : parts) {
            whole.asSlice(at, part.byteSize()).copyFrom(part);
            at += part.byteSize();
        }
        return whole;
    }

    private TensorData varints(WireReader in, Head head) throws Problem {
        long[] count = {0};
        WireReader again = in.again();
        gather(in, head.field(), value -> count[0]++);
        PackedBits values = little(count[0], bits(head.type()));
        gather(again, head.field(), values);
        return TensorData.window(values.segment());
    }

    /// Bits that one number stands for: floats of six bits stand one in a number, smaller elements
    /// packed in a byte a number (`numpy_helper.to_array` of the onnx package).
    private static int bits(ElementType type) {
        return type.bits() == 6 ? 6 : Math.max(8, type.bits());
    }

    private static void gather(WireReader in, int field, java.util.function.LongConsumer numbers)
            throws Problem {
        while (in.next()) {
            if (in.field() == field) {
                in.varints(numbers);
            } else {
                in.skip();
            }
        }
    }

    private static TensorData strings(WireReader in) throws Problem {
        List<MemorySegment> texts = new ArrayList<>();
        while (in.next()) {
            if (in.field() == 6) {
                texts.add(in.window());
            } else {
                in.skip();
            }
        }
        return new StringData(texts);
    }

    /// Bytes that the shape asks for. A shape that no file could hold is refused here, so that no
    /// one else meets it.
    private static long bytes(ElementType type, Longs shape, WireReader in) throws Problem {
        long elements = 1;
        for (int i = 0; i < shape.size(); i++) {
            long size = shape.at(i);
            if (size < 0 || (size > 0 && elements > (Long.MAX_VALUE >> 8) / size)) {
                throw in.problem("onnx.impossibleShape", shape.toString());
            }
            elements *= size;
        }
        return type.bytes(elements);
    }

    /// Memory for decoded numbers: on the heap where it is little.
    private MemorySegment room(long bytes) {
        return bytes <= SMALL
                ? MemorySegment.ofArray(new byte[(int) bytes])
                : arena.allocate(bytes);
    }

    private PackedBits little(long numbers, int bits) {
        long bytes = Math.addExact(Math.multiplyExact(numbers, bits), 7) / 8;
        return new PackedBits(room(bytes), bits);
    }
}
