package gemwright.source.sized;

import gemwright.base.Problem;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Longs;
import gemwright.onnx.Model;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.Value;
import gemwright.onnx.shape.ShapeTracker;
import gemwright.onnx.shape.Size;
import gemwright.onnx.transpose.Transposes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A graph that a network is written into, with the sizes of its values.
///
/// Belongs to one thread.
public class SizedGraph {
    private final GraphBuilder g;
    private final ShapeTracker shapes;
    private final Map<String, Tensor> constants = new HashMap<>();
    private final SizeValues sizeValues;

    /// @param g where nodes go
    public SizedGraph(GraphBuilder g) {
        this.g = g;
        this.shapes = new ShapeTracker(g);
        this.sizeValues = new SizeValues(g, shapes);
    }

    /// An empty graph.
    ///
    /// @param opset version of ONNX's operator set
    public SizedGraph(long opset) {
        this(new GraphBuilder("network", GraphBuilder.opset(opset)));
    }

    /// The builder, for what this does not offer.
    public GraphBuilder builder() {
        return g;
    }

    /// The sizes of all values.
    public ShapeTracker shapes() {
        return shapes;
    }

    /// An input of the graph, by exactly that name.
    public Value input(String name, ElementType type, List<Size> sizes) {
        Value value = g.input(name, type, dimensions(sizes));
        shapes.learn(value, sizes);
        return value;
    }

    /// Makes a value an output of the graph, by exactly that name.
    public void output(String name, Value value) throws Problem {
        g.output(name, value, dimensions(shape(value)));
    }

    /// The model, with only what its outputs need.
    public Model model() {
        Model model = g.build();
        return model.withGraph(Needed.of(model.graph()));
    }

    /// A size that is computed from others is free: the name would spell the computation.
    private static Dimension[] dimensions(List<Size> sizes) {
        return sizes.stream().map(SizedGraph::dimension).toArray(Dimension[]::new);
    }

    private static Dimension dimension(Size size) {
        if (size.isKnown()) {
            return Dimension.of(Math.max(0, size.number().orElse(0)));
        }
        return size.name()
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .map(Dimension::of)
                .orElseGet(Dimension::free);
    }

    /// A constant, such as a weight.
    public Value constant(Tensor tensor) {
        Value value = g.constant(tensor);
        constants.put(value.name(), tensor);
        return value;
    }

    /// The content of a value that is a constant.
    public Optional<Tensor> constantOf(Value value) {
        return Optional.ofNullable(constants.get(value.name()));
    }

    /// The sizes of a value.
    ///
    /// @throws Problem where not even its rank is known
    public List<Size> shape(Value value) throws Problem {
        shapes.advance();
        Optional<List<Size>> sizes = shapes.shape(value);
        if (sizes.isEmpty()) {
            throw Problem.of("aten.rank", "", value.name());
        }
        return sizes.get();
    }

    /// Whole numbers that a value holds, where sizes and constants tell them.
    public Optional<List<Size>> content(Value value) {
        shapes.advance();
        return shapes.content(value);
    }

    /// A value of whole numbers as a vector of sizes for ONNX: a constant where it can be one.
    public Value sizes(Value value) {
        Optional<List<Size>> known = content(value);
        return known.isPresent() ? vector(known.get()) : cast(value, ElementType.INT64);
    }

    /// How many axes a value has.
    public int rank(Value value) throws Problem {
        return shape(value).size();
    }

    /// Applies an operator; its first output.
    public Value op(String operator, Value... in) {
        return g.op(operator, in);
    }

    /// Starts a node.
    public NodeBuilder node(String operator) {
        return g.node(operator);
    }

    /// A vector of 64-bit integers.
    public Value vector(long... numbers) {
        return g.constant("sizes", numbers, numbers.length);
    }

    /// A vector of sizes, computed where they are not known.
    public Value vector(List<Size> sizes) {
        return sizeValues.vector(sizes);
    }

    /// A size as a number without dimensions.
    public Value scalar(Size size) {
        return sizeValues.scalar(size);
    }

    /// A number of that type without dimensions.
    public Value number(double number, ElementType type) {
        return g.constant(filled("number", number, type));
    }

    /// A whole number of that type without dimensions, without the rounding of a double.
    public Value number(long number, ElementType type) {
        return type == ElementType.INT64
                ? g.scalar("number", number)
                : number((double) number, type);
    }

    /// A tensor of one number without dimensions.
    public static Tensor filled(String name, double number, ElementType type, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case DOUBLE -> bytes.putDouble(number);
            case FLOAT -> bytes.putFloat((float) number);
            case FLOAT16 -> bytes.putShort(Float.floatToFloat16((float) number));
            case BFLOAT16 -> bytes.putShort((short) (Float.floatToIntBits((float) number) >>> 16));
            case INT64, UINT64 -> bytes.putLong((long) number);
            case INT32, UINT32 -> bytes.putInt((int) (long) number);
            case INT16, UINT16 -> bytes.putShort((short) (long) number);
            case INT8, UINT8 -> bytes.put((byte) (long) number);
            case BOOL -> bytes.put((byte) (number != 0 ? 1 : 0));
            default -> throw new IllegalArgumentException(type.spelling());
        }
        byte[] raw = Arrays.copyOf(bytes.array(), bytes.position());
        return new Tensor(name, type, Longs.of(shape), TensorData.of(raw));
    }

    /// The value in another element type.
    public Value cast(Value value, ElementType type) {
        return value.type() == type
                ? value
                : g.node("Cast").inputs(value).attribute("to", (long) type.code()).output();
    }

    /// The value with those sizes; -1 is found, 0 stays.
    public Value reshape(Value value, long... sizes) {
        return g.op("Reshape", value, vector(sizes));
    }

    /// The value with new axes of one element.
    public Value unsqueeze(Value value, long... axes) {
        return g.op("Unsqueeze", value, vector(axes));
    }

    /// The value without these axes of one element.
    public Value squeeze(Value value, long... axes) {
        return g.op("Squeeze", value, vector(axes));
    }

    /// The value with its axes in that order.
    public Value transpose(Value value, long... order) {
        return g.node("Transpose").inputs(value).attribute("perm", order).output();
    }

    /// The value with its axes in that order; a constant is turned now.
    public Value turned(Value value, long... order) {
        Optional<Tensor> turned =
                constantOf(value).flatMap(constant -> Transposes.constant(constant, order));
        return turned.isPresent() ? constant(turned.get()) : transpose(value, order);
    }

    /// The value read from its end along these axes.
    public Value reversed(Value value, long... axes) {
        long[] starts = new long[axes.length];
        long[] ends = new long[axes.length];
        Arrays.fill(starts, -1);
        Arrays.fill(ends, Long.MIN_VALUE);
        return g.op("Slice", value, vector(starts), vector(ends), vector(axes), vector(starts));
    }

    /// The value in that shape, of as many elements: with constant sizes wherever one free size at
    /// most has to be found, or is taken over from the same place.
    public Value reshape(Value value, List<Size> sizes) throws Problem {
        List<Size> from = shape(value);
        if (from.equals(sizes)) {
            return value;
        }
        long free = sizes.stream().filter(size -> !size.isKnown()).count();
        List<Size> target = new ArrayList<>(sizes);
        for (int i = 0; i < sizes.size() && free > 1; i++) {
            boolean same = i < from.size() && from.get(i).equals(sizes.get(i));
            if (same && !sizes.get(i).isKnown() && sizes.stream().noneMatch(s -> s.is(0))) {
                target.set(i, Size.ZERO);
                free--;
            }
        }
        if (free == 1) {
            target.replaceAll(size -> size.isKnown() ? size : Size.of(-1));
        }
        Value reshaped =
                sizes.stream().anyMatch(s -> s.is(0))
                        ? g.node("Reshape")
                                .inputs(value, vector(target))
                                .attribute("allowzero", 1L)
                                .output()
                        : g.op("Reshape", value, vector(target));
        return learnt(reshaped, sizes);
    }

    /// The value, of which these sizes are known better than its node tells.
    public Value learnt(Value value, List<Size> sizes) {
        shapes.advance();
        shapes.learn(value, sizes);
        return value;
    }

    /// Matrices with their last two axes exchanged; a single constant one is turned now.
    public Value transposed(Value matrix) throws Problem {
        int rank = rank(matrix);
        long[] order = new long[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i < rank - 2 ? i : 2L * rank - 3 - i;
        }
        return rank == 2 ? turned(matrix, order) : transpose(matrix, order);
    }

    /// The elements from `start` up to `end` along an axis.
    public Value slice(Value value, long axis, long start, long end) {
        return g.op("Slice", value, vector(start), vector(end), vector(axis));
    }
}
