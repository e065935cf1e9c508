package gemwright.quantize;

import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;

import java.util.Optional;
import java.util.Set;

/// What all methods want to know of a node and of its weight.
final class Weights {
    /// Below that, scales and new nodes take more bytes than a weight gives back.
    private static final long LEAST_ELEMENTS = 512;

    private static final Set<String> OTHERS =
            Set.of(
                    "Conv",
                    "ConvTranspose",
                    "LSTM",
                    "GRU",
                    "RNN",
                    "Attention",
                    "EmbedLayerNormalization",
                    "FusedConv",
                    "FusedGemm",
                    "FusedMatMul",
                    "Einsum",
                    "ConvInteger",
                    "QLinearConv");

    private Weights() {}

    /// Its name, or its first output where it has none.
    static String name(Node node) {
        return node.name().isEmpty() ? node.outputs().getFirst() : node.name();
    }

    static Decision kept(Node node, Reason reason) {
        return new Decision.Kept(name(node), node.operator(), reason);
    }

    static Decision quantized(Node node) {
        return new Decision.Quantized(name(node), node.operator());
    }

    /// A node of an operator that the method does not treat: named if it may hold weights.
    static Decision other(Node node) {
        if (Domain.normal(node.domain()).equals(Domain.ML)) {
            return kept(node, Reason.NO_WEIGHTS);
        }
        return OTHERS.contains(node.operator())
                ? kept(node, Reason.operator(node.operator()))
                : new Decision.Untouched();
    }

    /// The weight of a node: a constant input.
    static Optional<Tensor> of(Node node, int input, GraphBuilder g) {
        return input < node.inputs().size() && !node.inputs().get(input).isEmpty()
                ? g.constantOf(node.inputs().get(input))
                : Optional.empty();
    }

    /// What stands in the way of quantizing a weight; empty where nothing does.
    static Optional<Reason> obstacle(Optional<Tensor> weight) {
        if (weight.isEmpty()) {
            return Optional.of(Reason.NOT_CONSTANT);
        }
        Tensor tensor = weight.get();
        if (tensor.type() != ElementType.FLOAT) {
            return Optional.of(Reason.type(tensor.type().spelling()));
        }
        if (tensor.size() < LEAST_ELEMENTS) {
            return Optional.of(Reason.TOO_SMALL);
        }
        return Optional.empty();
    }
}
