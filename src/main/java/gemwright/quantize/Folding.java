package gemwright.quantize;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.GraphTransform;
import gemwright.onnx.Longs;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.ValueInfo;
import gemwright.runtime.Answer;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings weights to light that exporters hide behind nodes which only move numbers about: such a
/// node, where all it gets is constant, becomes a constant. ONNX Runtime does the moving, so that
/// the result is what the model would have computed.
final class Folding implements GraphTransform {
    private static final Set<String> MOVING =
            Set.of(
                    "Transpose",
                    "Slice",
                    "Concat",
                    "Split",
                    "Unsqueeze",
                    "Squeeze",
                    "Reshape",
                    "Flatten",
                    "Cast");

    /// What is folded is held in memory until the result is written.
    private static final long LARGEST_BYTES = 64 << 20;

    private final Model model;

    Folding(Model model) {
        this.model = model;
    }

    @Override
    public boolean replace(Node node, GraphBuilder g) throws Problem {
        boolean identity = node.is("Identity");
        if (!identity && (!node.is(node.operator()) || !MOVING.contains(node.operator()))) {
            return false;
        }
        List<Tensor> constants = constants(node, g);
        if (constants.isEmpty()) {
            return false;
        }
        if (identity) {
            put(constants.getFirst(), node.outputs().getFirst(), g);
            return true;
        }
        if (turns(node, constants.getFirst())) {
            put(turned(constants.getFirst()), node.outputs().getFirst(), g);
            return true;
        }
        boolean text = constants.stream().anyMatch(t -> t.data().isText());
        long bytes = constants.stream().mapToLong(t -> t.data().bytes()).sum();
        if (text || bytes > LARGEST_BYTES) {
            return false;
        }
        return compute(node, constants, g);
    }

    /// The constants that the node gets; none where something else comes in too.
    private static List<Tensor> constants(Node node, GraphBuilder g) {
        List<Tensor> constants = new ArrayList<>();
        for (String input : node.inputs()) {
            Optional<Tensor> constant = input.isEmpty() ? Optional.empty() : g.constantOf(input);
            if (constant.isPresent()) {
                constants.add(constant.get().withName(input));
            } else if (!input.isEmpty()) {
                return List.of();
            }
        }
        return constants;
    }

    private static void put(Tensor constant, String output, GraphBuilder g) {
        g.node("Constant").attribute("value", constant.withName("")).into(output);
    }

    private static boolean turns(Node node, Tensor matrix) {
        Longs order = node.integers("perm");
        return node.is("Transpose")
                && matrix.shape().size() == 2
                && matrix.type() == ElementType.FLOAT
                && (order.isEmpty() || order.equals(Longs.of(1, 0)));
    }

    private static Tensor turned(Tensor matrix) {
        long rows = matrix.shape().at(0);
        long columns = matrix.shape().at(1);
        TensorData data =
                TensorData.streamed(
                        matrix.data().bytes(), out -> Matrix.of(matrix).turned().writeTo(out));
        return new Tensor("", ElementType.FLOAT, Longs.of(columns, rows), data);
    }

    private boolean compute(Node node, List<Tensor> constants, GraphBuilder g) throws Problem {
        List<ValueInfo> outputs =
                node.outputs().stream().filter(o -> !o.isEmpty()).map(ValueInfo::new).toList();
        Graph graph = new Graph("folding", List.of(node), distinct(constants), List.of(), outputs);
        Model one = model.withGraph(graph).withFunctions(List.of());
        SessionOptions plain =
                SessionOptions.serving().withOptimization(SessionOptions.Optimization.NONE);
        try (Session session = Session.open(Weights.name(node), one, plain)) {
            Answer answer = session.run(Map.of());
            for (ValueInfo output : outputs) {
                put(tensor(answer.array(output.name())), output.name(), g);
            }
        }
        return true;
    }

    private static List<Tensor> distinct(List<Tensor> constants) {
        List<Tensor> distinct = new ArrayList<>();
        for (Tensor constant : constants) {
            if (distinct.stream().noneMatch(t -> t.name().equals(constant.name()))) {
                distinct.add(constant);
            }
        }
        return distinct;
    }

    private static Tensor tensor(NdArray array) {
        ElementType type =
                switch (array.dtype()) {
                    case FLOAT32 -> ElementType.FLOAT;
                    case FLOAT64 -> ElementType.DOUBLE;
                    case STRING, COMPLEX64, COMPLEX128 ->
                            throw new IllegalStateException(array.toString());
                    case BOOL,
                            INT8,
                            INT16,
                            INT32,
                            INT64,
                            UINT8,
                            UINT16,
                            UINT32,
                            UINT64,
                            FLOAT16,
                            BFLOAT16 ->
                            ElementType.of(array.dtype().numpy()).orElseThrow();
                };
        Longs shape = Longs.of(array.shape().stream().mapToLong(Long::longValue).toArray());
        return new Tensor("", type, shape, TensorData.window(array.segment()));
    }
}
