package gemwright.quantize;

import gemwright.onnx.Attribute;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `int8-weights`: weights are stored in INT8 with one scale a channel and become floats again when
/// the model is loaded; the model computes in floats as before.
///
/// They are turned back by `Cast` and `Mul`, which runtimes fold into a constant when loading and
/// which exist in every operator set. `DequantizeLinear` would say the same, but ONNX Runtime
/// computes it anew in each run (0.69 to 0.81 of the speed) and it takes scales by channel from
/// operator set 13 on only.
final class Int8Weights implements Recipe {
    private static final Set<String> BY_COLUMN = Set.of("MatMul");
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");
    private static final Set<String> BY_ROW = Set.of("Conv", "ConvTranspose", "Gemm", "Gather");

    private static final long LEAST_WIDTH = 16;

    private final QuantizationOptions options;
    private final Map<Place, Value> restored = new HashMap<>();

    Int8Weights(QuantizationOptions options) {
        this.options = options;
    }

    /// A weight in a graph, with scales by column (0) or for each index of its leading dimensions.
    private record Place(GraphBuilder graph, String value, int leading) {}

    @Override
    public Decision decide(Node node, GraphBuilder g) {
        if (!treats(node)) {
            return Weights.other(node);
        }
        Reason reason = Reason.NOT_CONSTANT;
        boolean any = false;
        for (int input : places(node)) {
            Optional<Tensor> weight = Weights.of(node, input, g);
            Optional<Reason> obstacle = obstacle(weight);
            any |= obstacle.isEmpty();
            reason = obstacle.isPresent() && weight.isPresent() ? obstacle.get() : reason;
        }
        if (any) {
            return Weights.quantized(node);
        }
        return node.is("Gather") ? new Decision.Untouched() : Weights.kept(node, reason);
    }

    private static Optional<Reason> obstacle(Optional<Tensor> weight) {
        Optional<Reason> found = Weights.obstacle(weight);
        if (found.isPresent()) {
            return found;
        }
        Tensor tensor = weight.orElseThrow();
        if (tensor.shape().size() < 2) {
            return Optional.of(Reason.rank(tensor.shape().size()));
        }
        return Int8.byRow(Matrix.of(tensor)).finite()
                ? Optional.empty()
                : Optional.of(Reason.NOT_FINITE);
    }

    private static boolean treats(Node node) {
        return node.is(node.operator())
                && (BY_COLUMN.contains(node.operator())
                        || BY_ROW.contains(node.operator())
                        || RECURRENT.contains(node.operator()));
    }

    /// How many dimensions scales have: none for columns; a row of a recurrent layer's weight
    /// `[directions, gates, width]` is one gate's.
    private static int leading(Node node) {
        if (BY_COLUMN.contains(node.operator())) {
            return 0;
        }
        return RECURRENT.contains(node.operator()) ? 2 : 1;
    }

    /// The inputs that hold weights: of a recurrent layer those for the input and for the state.
    private static List<Integer> places(Node node) {
        return switch (node.operator()) {
            case "Gather" -> List.of(0);
            case "LSTM", "GRU", "RNN" -> List.of(1, 2);
            case "MatMul" -> List.of(0, 1);
            default -> List.of(1);
        };
    }

    @Override
    public void replace(Node node, GraphBuilder g) {
        List<Value> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(input.isEmpty() ? Value.NONE : g.value(input));
        }
        for (int input : places(node)) {
            if (obstacle(Weights.of(node, input, g)).isEmpty()) {
                inputs.set(input, restored(node.inputs().get(input), leading(node), g));
            }
        }
        NodeBuilder same =
                g.node(node.operator()).domain(node.domain()).named(node.name()).inputs(inputs);
        for (Attribute attribute : node.attributes()) {
            same.attribute(attribute);
        }
        same.into(node.outputs());
    }

    private Value restored(String name, int leading, GraphBuilder g) {
        return restored.computeIfAbsent(
                new Place(g, name, leading),
                place -> {
                    Tensor tensor = g.constantOf(name).orElseThrow();
                    int dimensions = scaled(tensor, leading);
                    Int8 int8 = int8(tensor, dimensions);
                    Value bytes =
                            g.constant(
                                    new Tensor(
                                            name + "_int8",
                                            ElementType.INT8,
                                            tensor.shape(),
                                            int8.data()));
                    long[] shape = scaleShape(tensor.shape(), dimensions, int8.scales().length);
                    Value scales = g.constant(Tensor.of(name + "_scale", int8.scales(), shape));
                    Value real =
                            g.node("Cast")
                                    .inputs(bytes)
                                    .attribute("to", ElementType.FLOAT.code())
                                    .output(ElementType.FLOAT);
                    return g.op("Mul", real, scales).as(ElementType.FLOAT);
                });
    }

    private Int8 int8(Tensor tensor, int leading) {
        long rows = 1;
        for (int i = 0; i < leading; i++) {
            rows *= tensor.shape().at(i);
        }
        Int8 int8 =
                leading > 0
                        ? Int8.byRow(Matrix.of(tensor, Math.toIntExact(rows)))
                        : Int8.byColumn(Matrix.of(tensor));
        return options.perTensor() ? int8.perTensor() : int8;
    }

    /// A scale for each gate of a layer with few inputs would take half of what INT8 saves.
    private static int scaled(Tensor tensor, int leading) {
        long width = tensor.shape().at(tensor.shape().size() - 1);
        return leading == 2 && width < LEAST_WIDTH ? 1 : leading;
    }

    private static long[] scaleShape(Longs weight, int leading, int scales) {
        if (leading == 0) {
            return new long[] {scales};
        }
        long[] shape = new long[weight.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = i < leading ? weight.at(i) : 1;
        }
        return shape;
    }
}
