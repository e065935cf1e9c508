package gemwright.source.tensorflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All operators that have a form in ONNX, by TensorFlow's names.
final class Operators {
    private static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        ALL.putAll(Elementwise.ALL);
        ALL.putAll(Movements.ALL);
        ALL.putAll(Parts.ALL);
        ALL.putAll(Products.ALL);
        ALL.putAll(Reductions.ALL);
        ALL.putAll(Windows.ALL);
    }

    private Operators() {}

    static Optional<TensorflowOperator> of(GraphNode node) {
        return Optional.ofNullable(ALL.get(node.operator()));
    }
}
