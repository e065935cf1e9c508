package gemwright.onnx.shape;

import gemwright.onnx.Domain;
import gemwright.onnx.Node;

import java.util.HashMap;
import java.util.Map;

/// The rules of all operators, by name.
final class ShapeRules {
    private static final Map<String, ShapeRule> ALL = new HashMap<>();

    static {
        ALL.putAll(ElementwiseShapes.RULES);
        ALL.putAll(MovementShapes.RULES);
        ALL.putAll(SelectionShapes.RULES);
        ALL.putAll(ProductShapes.RULES);
        ALL.putAll(WindowShapes.RULES);
        ALL.putAll(ReductionShapes.RULES);
        ALL.putAll(RecurrentShapes.RULES);
        ALL.putAll(SizeShapes.RULES);
    }

    private ShapeRules() {}

    /// The rule of a node's operator; one that tells nothing for an operator that has none.
    static ShapeRule of(Node node) {
        boolean standard = Domain.normal(node.domain()).isEmpty();
        ShapeRule rule = standard ? ALL.get(node.operator()) : null;
        return rule == null ? _ -> {} : rule;
    }
}
