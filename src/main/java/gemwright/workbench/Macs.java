package gemwright.workbench;

import gemwright.onnx.Dimension;
import gemwright.onnx.Node;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Counts multiplications with addition, from the shapes of what a node takes and gives. A free
/// dimension counts as 1: the figures are for one sample, mostly.
final class Macs {
    private static final Set<String> CONVOLUTIONS =
            Set.of("Conv", "FusedConv", "ConvInteger", "QLinearConv", "NhwcFusedConv");
    private static final Set<String> PRODUCTS =
            Set.of(
                    "MatMul",
                    "FusedMatMul",
                    "MatMulInteger",
                    "MatMulIntegerToFloat",
                    "QLinearMatMul",
                    "DynamicQuantizeMatMul");
    private static final Set<String> WHOLE = Set.of("Gemm", "FusedGemm", "QGemm");
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");

    private final Map<String, ValueType> types;

    Macs(Map<String, ValueType> types) {
        this.types = types;
    }

    /// Whether the count of every node is known.
    boolean knowsAll(List<Node> nodes) {
        return nodes.stream().allMatch(n -> of(n).isPresent());
    }

    /// The count of a node; 0 for operators that multiply no matrices, empty where a shape is not
    /// known.
    OptionalLong of(Node node) {
        try {
            if (CONVOLUTIONS.contains(node.operator())) {
                return convolution(node);
            }
            if (node.is("ConvTranspose")) {
                return times(input(node, 0), perInput(node));
            }
            if (PRODUCTS.contains(node.operator())) {
                return times(output(node), last(input(node, 0)));
            }
            if (WHOLE.contains(node.operator())) {
                return gemm(node);
            }
            if (node.operator().equals("MatMulNBits")) {
                return times(output(node), OptionalLong.of(node.integer("K", 0)));
            }
            return RECURRENT.contains(node.operator()) ? recurrent(node) : OptionalLong.of(0);
        } catch (ArithmeticException tooLarge) {
            return OptionalLong.empty(); // sizes that no machine could compute
        }
    }

    /// Each output element is a sum over the kernel and the channels of its group: the weights of
    /// one output channel.
    private OptionalLong convolution(Node node) {
        int at = node.is("QLinearConv") ? 3 : 1;
        return times(output(node), withoutFirst(input(node, at)));
    }

    /// Each input element goes into the weights of its channel.
    private OptionalLong perInput(Node node) {
        return withoutFirst(input(node, 1));
    }

    private OptionalLong gemm(Node node) {
        Optional<Shape> a = input(node, 0);
        if (a.isEmpty() || a.get().rank() != 2) {
            return OptionalLong.empty();
        }
        int inner = node.integer("transA", 0) == 0 ? 1 : 0;
        return times(output(node), OptionalLong.of(size(a.get().dimensions().get(inner))));
    }

    /// Every step multiplies its input and its state with all weights: W `[directions, gates ×
    /// hidden, input]`, R `[directions, gates × hidden, hidden]`; X is `[steps, batch, input]`.
    private OptionalLong recurrent(Node node) {
        Optional<Shape> x = input(node, 0);
        Optional<Shape> w = input(node, 1);
        Optional<Shape> r = input(node, 2);
        if (x.isEmpty() || w.isEmpty() || r.isEmpty() || x.get().rank() != 3) {
            return OptionalLong.empty();
        }
        long steps =
                Math.multiplyExact(
                        size(x.get().dimensions().get(0)), size(x.get().dimensions().get(1)));
        return OptionalLong.of(
                Math.multiplyExact(steps, Math.addExact(product(w.get()), product(r.get()))));
    }

    private Optional<Shape> input(Node node, int index) {
        return index < node.inputs().size() ? shape(node.inputs().get(index)) : Optional.empty();
    }

    private Optional<Shape> output(Node node) {
        return node.outputs().isEmpty() ? Optional.empty() : shape(node.outputs().getFirst());
    }

    private Optional<Shape> shape(String value) {
        return types.get(value) instanceof ValueType.TensorType tensor
                ? tensor.shape()
                : Optional.empty();
    }

    private static OptionalLong times(Optional<Shape> shape, OptionalLong each) {
        return shape.isPresent() && each.isPresent()
                ? OptionalLong.of(Math.multiplyExact(product(shape.get()), each.orElseThrow()))
                : OptionalLong.empty();
    }

    private static OptionalLong last(Optional<Shape> shape) {
        return shape.isPresent() && shape.get().rank() > 0
                ? OptionalLong.of(size(shape.get().dimensions().getLast()))
                : OptionalLong.empty();
    }

    private static OptionalLong withoutFirst(Optional<Shape> shape) {
        return shape.isPresent() && shape.get().rank() > 1
                ? OptionalLong.of(
                        product(
                                Shape.of(
                                        shape.get().dimensions().stream()
                                                .skip(1)
                                                .toArray(Dimension[]::new))))
                : OptionalLong.empty();
    }

    private static long product(Shape shape) {
        long product = 1;
        for (Dimension dimension : shape.dimensions()) {
            product = Math.multiplyExact(product, size(dimension));
        }
        return product;
    }

    private static long size(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> fixed.size();
            case Dimension.Named named -> 1;
            case Dimension.Free free -> 1;
        };
    }
}
