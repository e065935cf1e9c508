package gemwright.source.tflite;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All operators that have a form in ONNX, by their names in the schema.
final class Operators {
    private static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.putAll(Elementwise.ALL);
        ALL.putAll(Activations.ALL);
        ALL.putAll(Windows.ALL);
        ALL.putAll(Products.ALL);
        ALL.putAll(Movements.ALL);
        ALL.putAll(Parts.ALL);
        ALL.putAll(Picking.ALL);
        ALL.putAll(Reductions.ALL);
        ALL.putAll(Creation.ALL);
        ALL.putAll(Resizing.ALL);
        ALL.putAll(Blocks.ALL);
        ALL.putAll(Recurrent.ALL);
    }

    private Operators() {}

    static Optional<TfliteOperator> of(TfliteNode node) {
        return node.custom() ? Optional.empty() : Optional.ofNullable(ALL.get(node.operator()));
    }
}
