package gemwright.quantize;

import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `dynamic-int8`: `MatMul` and `Gemm` multiply in whole numbers, activations are quantized in each
/// run (`DynamicQuantizeLinear`, `MatMulInteger`); large tables of `Gather` are stored in INT8, one
/// scale a row.
///
/// Weights are signed and symmetric, one scale an output channel. An activation that several nodes
/// share is quantized once, a weight that several share is stored once.
final class DynamicInt8 implements Recipe {
    /// `DynamicQuantizeLinear` came with that operator set.
    private static final long LEAST_OPSET = 11;

    /// A table below that is looked up as it is.
    private static final long LEAST_TABLE = 1 << 14;

    private final QuantizationOptions options;
    private final long opset;
    private final Map<Place, Quantized> weights = new HashMap<>();
    private final Map<Place, Activation> activations = new HashMap<>();

    DynamicInt8(QuantizationOptions options, long opset) {
        this.options = options;
        this.opset = opset;
    }

    /// A value in a graph; sub-graphs have builders of their own.
    private record Place(GraphBuilder graph, String value, boolean turned) {}

    private record Quantized(Value bytes, Value scales) {}

    private record Activation(Value bytes, Value scale, Value zeroPoint) {}

    @Override
    public Decision decide(Node node, GraphBuilder g) {
        if (node.is("Gather")) {
            return gather(node, g);
        }
        if (node.is("Conv") || node.is("ConvTranspose")) {
            return Weights.kept(node, Reason.SLOW_CONVOLUTION);
        }
        if (!node.is("MatMul") && !node.is("Gemm")) {
            return Weights.other(node);
        }
        Optional<Tensor> weight = Weights.of(node, 1, g);
        Optional<Reason> obstacle = Weights.obstacle(weight);
        if (obstacle.isPresent()) {
            return Weights.kept(node, obstacle.get());
        }
        if (weight.orElseThrow().shape().size() != 2) {
            return Weights.kept(node, Reason.rank(weight.get().shape().size()));
        }
        if (opset < LEAST_OPSET) {
            return Weights.kept(node, Reason.opset(opset));
        }
        return Int8.byColumn(Matrix.of(weight.get())).finite()
                ? Weights.quantized(node)
                : Weights.kept(node, Reason.NOT_FINITE);
    }

    private Decision gather(Node node, GraphBuilder g) {
        Optional<Tensor> table = Weights.of(node, 0, g);
        if (Weights.obstacle(table).isPresent()
                || node.integer("axis", 0) != 0
                || table.orElseThrow().shape().size() != 2
                || table.get().size() < LEAST_TABLE) {
            return new Decision.Untouched();
        }
        return Int8.byRow(Matrix.of(table.get())).finite()
                ? Weights.quantized(node)
                : Weights.kept(node, Reason.NOT_FINITE);
    }

    @Override
    public void replace(Node node, GraphBuilder g) {
        if (node.is("Gather")) {
            replaceGather(node, g);
        } else if (node.is("Gemm")) {
            replaceGemm(node, g);
        } else {
            Quantized weight = weight(node.inputs().get(1), false, g);
            multiply(g.value(node.inputs().getFirst()), weight, g, node.name())
                    .into(node.outputs());
        }
    }

    /// `alpha · A' · B' + beta · C`: alpha goes into the scales, beta into C.
    private void replaceGemm(Node node, GraphBuilder g) {
        Value a = g.value(node.inputs().getFirst());
        if (node.integer("transA", 0) != 0) {
            a = g.node("Transpose").inputs(a).attribute("perm", new long[] {1, 0}).output();
        }
        Quantized weight = weight(node.inputs().get(1), node.integer("transB", 0) != 0, g);
        float alpha = node.number("alpha", 1);
        if (alpha != 1) {
            Value scaled = g.op("Mul", weight.scales(), g.scalar("alpha", alpha));
            weight = new Quantized(weight.bytes(), scaled);
        }
        boolean added = node.inputs().size() > 2 && !node.inputs().get(2).isEmpty();
        var product = multiply(a, weight, g, node.name());
        if (!added) {
            product.into(node.outputs());
            return;
        }
        Value c = g.value(node.inputs().get(2));
        float beta = node.number("beta", 1);
        if (beta != 1) {
            c = g.op("Mul", c, g.scalar("beta", beta));
        }
        g.node("Add").inputs(product.output(ElementType.FLOAT), c).into(node.outputs());
    }

    /// `float(MatMulInteger(q(x), w)) · (scale(x) · scales(w))`, the last product left to be named.
    private gemwright.onnx.NodeBuilder multiply(
            Value x, Quantized weight, GraphBuilder g, String name) {
        Activation activation = activation(x, g);
        Value product =
                g.node("MatMulInteger")
                        .named(name)
                        .inputs(activation.bytes(), weight.bytes(), activation.zeroPoint())
                        .output(ElementType.INT32);
        Value real =
                g.node("Cast")
                        .inputs(product)
                        .attribute("to", ElementType.FLOAT.code())
                        .output(ElementType.FLOAT);
        Value scale = g.op("Mul", activation.scale(), weight.scales());
        return g.node("Mul").inputs(real, scale);
    }

    private Activation activation(Value x, GraphBuilder g) {
        return activations.computeIfAbsent(
                new Place(g, x.name(), false),
                place -> {
                    List<Value> made = g.node("DynamicQuantizeLinear").inputs(x).outputs(3);
                    return new Activation(made.get(0), made.get(1), made.get(2));
                });
    }

    private Quantized weight(String name, boolean turned, GraphBuilder g) {
        return weights.computeIfAbsent(
                new Place(g, name, turned),
                place -> {
                    Tensor tensor = g.constantOf(name).orElseThrow();
                    Matrix straight = Matrix.of(tensor);
                    Matrix matrix = turned ? straight.turned() : straight;
                    Int8 int8 = Int8.byColumn(matrix);
                    Longs shape = Longs.of(matrix.rows(), matrix.columns());
                    if (!options.perTensor()) {
                        return stored(name, int8, shape, Longs.of(matrix.columns()), g);
                    }
                    Int8 whole = int8.perTensor();
                    Value bytes = bytes(name, whole, shape, g);
                    return new Quantized(bytes, g.scalar(name + "_scale", whole.scales()[0]));
                });
    }

    private static Quantized stored(
            String name, Int8 int8, Longs shape, Longs scales, GraphBuilder g) {
        return new Quantized(
                bytes(name, int8, shape, g),
                g.constant(Tensor.of(name + "_scale", int8.scales(), scales.toLongs())));
    }

    private static Value bytes(String name, Int8 int8, Longs shape, GraphBuilder g) {
        return g.constant(new Tensor(name + "_int8", ElementType.INT8, shape, int8.data()));
    }

    /// `float(Gather(q, i)) · Gather(scales, i)`, with scales of shape `[rows, 1]`.
    private void replaceGather(Node node, GraphBuilder g) {
        String name = node.inputs().getFirst();
        Value indices = g.value(node.inputs().get(1));
        Quantized table =
                weights.computeIfAbsent(
                        new Place(g, name + " as a table", false),
                        place -> {
                            Tensor tensor = g.constantOf(name).orElseThrow();
                            Int8 int8 = Int8.byRow(Matrix.of(tensor));
                            Longs column = Longs.of(tensor.shape().at(0), 1);
                            return stored(name, int8, tensor.shape(), column, g);
                        });
        Value bytes = g.node("Gather").named(node.name()).inputs(table.bytes(), indices).output();
        Value real =
                g.node("Cast")
                        .inputs(bytes)
                        .attribute("to", ElementType.FLOAT.code())
                        .output(ElementType.FLOAT);
        Value scales = g.op("Gather", table.scales(), indices);
        g.node("Mul").inputs(real, scales).into(node.outputs());
    }
}
