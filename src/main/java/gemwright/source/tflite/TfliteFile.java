package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.format.flatbuffer.FlatTable;
import gemwright.onnx.ElementType;
import gemwright.onnx.Floats;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.shape.Size;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A TFLite file, read: `Model` of the schema. Constants are windows on its bytes.
final class TfliteFile {
    private static final int CODES = 1;
    private static final int GRAPHS = 2;
    private static final int DESCRIPTION = 3;
    private static final int BUFFERS = 4;
    private static final int FREE = -1;

    private final String where;
    private final MemorySegment bytes;
    private final FlatTable model;
    private final List<FlatTable> buffers;
    private final TfliteGraph graph;
    private final String description;

    private TfliteFile(MemorySegment bytes, String where) throws Problem {
        this.bytes = bytes;
        this.where = where;
        model = FlatTable.root(bytes, where);
        buffers = model.tables(BUFFERS);
        List<FlatTable> subGraphs = model.tables(GRAPHS);
        if (subGraphs.isEmpty()) {
            throw damaged("there is no graph in it");
        }
        description = model.text(DESCRIPTION).orElse("");
        graph = graph(subGraphs.getFirst());
    }

    /// Reads a file.
    ///
    /// @param where the file, for messages
    /// @throws Problem where it is damaged
    static TfliteFile of(MemorySegment bytes, String where) throws Problem {
        return new TfliteFile(bytes, where);
    }

    /// The file, for messages.
    String where() {
        return where;
    }

    /// The first graph: what the interpreter runs.
    TfliteGraph graph() {
        return graph;
    }

    /// What the file says of itself.
    String description() {
        return description;
    }

    private Problem damaged(String why) {
        return Problem.of("tflite.damaged", where, why);
    }

    private TfliteGraph graph(FlatTable table) throws Problem {
        List<TfliteTensor> tensors = new ArrayList<>();
        for (FlatTable tensor : table.tables(0)) {
            tensors.add(tensor(tensor, tensors.size()));
        }
        List<TfliteNode> nodes = new ArrayList<>();
        List<FlatTable> codes = model.tables(CODES);
        for (FlatTable node : table.tables(3)) {
            nodes.add(node(node, nodes.size(), codes, tensors.size()));
        }
        Longs inputs = places(table.integers(1), tensors.size(), false);
        return new TfliteGraph(
                tensors, nodes, inputs, places(table.integers(2), tensors.size(), false));
    }

    private Longs places(int[] given, int tensors, boolean optional) throws Problem {
        for (int place : given) {
            if (place >= tensors || place < (optional ? FREE : 0)) {
                throw damaged("there is no tensor " + place + " of " + tensors);
            }
        }
        return Longs.of(Arrays.stream(given).asLongStream().toArray());
    }

    private TfliteNode node(FlatTable table, int index, List<FlatTable> codes, int tensors)
            throws Problem {
        int place = table.integer(0, 0);
        if (place < 0 || place >= codes.size()) {
            throw damaged("there is no operator " + place + " of " + codes.size());
        }
        FlatTable code = codes.get(place);
        Optional<String> custom = code.text(1).filter(name -> !name.isEmpty());
        String name = OperatorNames.of(Math.max(code.octet(0, 0), code.integer(3, 0)));
        Longs outputs = places(table.integers(2), tensors, true);
        if (outputs.isEmpty() || outputs.at(0) < 0) {
            throw damaged("the operator " + index + " gives nothing");
        }
        Optional<FlatTable> options = table.table(4);
        return new TfliteNode(
                index,
                custom.orElse(name),
                custom.isPresent(),
                places(table.integers(1), tensors, true),
                outputs,
                options.isPresent() ? options : table.table(12));
    }

    private TfliteTensor tensor(FlatTable table, int index) throws Problem {
        String name = table.text(3).filter(n -> !n.isEmpty()).orElse("tensor_" + index);
        ElementType type = type(table.octet(1, 0), name);
        int[] shape = table.integers(0);
        if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw damaged("the tensor " + name + " has the shape " + Arrays.toString(shape));
        }
        if (table.table(6).isPresent()) {
            throw Problem.of("tflite.sparse", where, name);
        }
        return new TfliteTensor(
                name,
                type,
                sizes(shape, table.integers(7), name),
                table.table(4).isPresent()
                        ? quantization(table.table(4).get(), shape, name)
                        : Optional.empty(),
                content(table.integer(2, 0), name, type, shape));
    }

    /// A size of -1 in the signature is free: the first axis is the batch.
    private List<Size> sizes(int[] shape, int[] signature, String name) {
        List<Size> sizes = new ArrayList<>();
        for (int axis = 0; axis < shape.length; axis++) {
            boolean free = axis < signature.length && signature[axis] == FREE;
            Size named = Size.named(axis == 0 ? "batch" : plain(name) + "_" + axis);
            sizes.add(free ? named : Size.of(shape[axis]));
        }
        return sizes;
    }

    private static String plain(String name) {
        return "d_" + name.replaceAll("[^A-Za-z0-9]+", "_");
    }

    private ElementType type(int code, String name) throws Problem {
        return switch (code) {
            case 0 -> ElementType.FLOAT;
            case 1 -> ElementType.FLOAT16;
            case 2 -> ElementType.INT32;
            case 3 -> ElementType.UINT8;
            case 4 -> ElementType.INT64;
            case 5 -> ElementType.STRING;
            case 6 -> ElementType.BOOL;
            case 7 -> ElementType.INT16;
            case 8 -> ElementType.COMPLEX64;
            case 9 -> ElementType.INT8;
            case 10 -> ElementType.DOUBLE;
            case 11 -> ElementType.COMPLEX128;
            case 12 -> ElementType.UINT64;
            case 13, 14 -> ElementType.UNDEFINED; // handles of tables and variables
            case 15 -> ElementType.UINT32;
            case 16 -> ElementType.UINT16;
            case 17 -> ElementType.INT4;
            case 18 -> ElementType.BFLOAT16;
            default -> throw damaged("the tensor " + name + " has the type " + code);
        };
    }

    private Optional<Quantization> quantization(FlatTable table, int[] shape, String name)
            throws Problem {
        double[] scales = table.floats(2);
        if (scales.length == 0) {
            return Optional.empty();
        }
        float[] exact = new float[scales.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = (float) scales[i];
        }
        int axis = table.integer(6, 0);
        long[] zeroPoints = table.longs(3);
        if (zeroPoints.length == 0) {
            zeroPoints = new long[exact.length];
        }
        boolean fits =
                exact.length == 1
                        || (axis >= 0 && axis < shape.length && shape[axis] == exact.length);
        if (!fits || zeroPoints.length != exact.length) {
            throw damaged("the tensor " + name + " has " + exact.length + " scales");
        }
        return Optional.of(new Quantization(Floats.of(exact), Longs.of(zeroPoints), axis));
    }

    private Optional<Tensor> content(int buffer, String name, ElementType type, int[] shape)
            throws Problem {
        if (buffer < 0 || buffer >= buffers.size()) {
            throw damaged("there is no buffer " + buffer + " for the tensor " + name);
        }
        Optional<MemorySegment> data = data(buffers.get(buffer));
        if (data.isEmpty() || type.bits() == 0) {
            return Optional.empty();
        }
        long elements = 1;
        for (int size : shape) {
            elements *= size;
            if (elements > data.get().byteSize() * 8) {
                break; // more than there could be, and no product beyond 64 bits
            }
        }
        long wanted = (elements * type.bits() + 7) / 8;
        if (data.get().byteSize() != wanted) {
            throw damaged(
                    "the tensor "
                            + name
                            + " holds "
                            + data.get().byteSize()
                            + " bytes, not "
                            + wanted);
        }
        Longs sizes = Longs.of(Arrays.stream(shape).asLongStream().toArray());
        return Optional.of(new Tensor(name, type, sizes, TensorData.window(data.get())));
    }

    /// In the buffer itself or, in files beyond 2 GB, behind the FlatBuffer.
    private Optional<MemorySegment> data(FlatTable buffer) throws Problem {
        Optional<MemorySegment> inside = buffer.octets(0).filter(d -> d.byteSize() > 0);
        long offset = buffer.whole(1, 0);
        long size = buffer.whole(2, 0);
        if (inside.isPresent() || offset <= 1) {
            return inside;
        }
        if (size < 0 || offset > bytes.byteSize() || size > bytes.byteSize() - offset) {
            throw damaged("a buffer lies outside");
        }
        return Optional.of(bytes.asSlice(offset, size));
    }
}
