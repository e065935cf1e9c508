package gemwright.onnx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of the values of a graph: element types, and the content of constants. Looks in
/// the graphs around it too.
final class Known {
    private final Optional<Known> outer;
    private final Map<String, ElementType> types = new HashMap<>();
    private final Map<String, Tensor> constants = new HashMap<>();

    private Known(Optional<Known> outer) {
        this.outer = outer;
    }

    static Known nothing() {
        return new Known(Optional.empty());
    }

    static Known of(Graph graph, Optional<Known> outer) {
        Known known = new Known(outer);
        graph.inputs().forEach(known::learn);
        graph.values().forEach(known::learn);
        graph.outputs().forEach(known::learn);
        graph.initializers().forEach(known::learn);
        for (Node node : graph.nodes()) {
            if (node.is("Constant")
                    && node.attribute("value").orElse(null) instanceof Attribute.OfTensor value) {
                known.learn(value.value().withName(node.outputs().getFirst()));
            }
        }
        // A constant that a caller may replace is none.
        graph.inputs().forEach(v -> known.constants.remove(v.name()));
        return known;
    }

    /// For a graph in this one.
    Known inner() {
        return new Known(Optional.of(this));
    }

    /// Remembers a value's type; one that is already known stays.
    Value learn(Value value) {
        if (value.type() != ElementType.UNDEFINED) {
            types.putIfAbsent(value.name(), value.type());
        }
        return value.as(type(value.name()));
    }

    private void learn(ValueInfo value) {
        learn(new Value(value.name(), value.elementType()));
    }

    private void learn(Tensor tensor) {
        learn(new Value(tensor.name(), tensor.type()));
        constants.put(tensor.name(), tensor);
    }

    ElementType type(String name) {
        ElementType here = types.get(name);
        if (here != null) {
            return here;
        }
        return outer.map(o -> o.type(name)).orElse(ElementType.UNDEFINED);
    }

    Optional<Tensor> constant(String name) {
        Tensor here = constants.get(name);
        return here != null ? Optional.of(here) : outer.flatMap(o -> o.constant(name));
    }
}
