package gemwright.onnx.transpose;

import gemwright.onnx.Domain;
import gemwright.onnx.Node;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The rules of all operators, by name.
final class Rules {
    private static final Map<String, Rule> ALL = new HashMap<>();

    static {
        ALL.putAll(ElementwiseRules.RULES);
        ALL.putAll(AxisRules.RULES);
        ALL.putAll(ReductionRules.RULES);
        ALL.putAll(WindowRules.RULES);
        ALL.putAll(RankRules.RULES);
    }

    private Rules() {}

    static Optional<Rule> of(Node node) {
        return Domain.normal(node.domain()).isEmpty()
                ? Optional.ofNullable(ALL.get(node.operator()))
                : Optional.empty();
    }
}
