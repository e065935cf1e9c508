package gemwright.quantize;

import java.util.List;

/// What a method does to each node of a model, in the order in which a graph transform visits them:
/// nodes of sub-graphs before the node that they are in.
public record QuantizationPlan(List<Decision> decisions) {
    public QuantizationPlan {
        decisions = List.copyOf(decisions);
    }

    /// The nodes that are quantized.
    public List<Decision.Quantized> quantized() {
        return decisions.stream()
                .filter(Decision.Quantized.class::isInstance)
                .map(Decision.Quantized.class::cast)
                .toList();
    }

    /// The nodes that are kept, and why.
    public List<Decision.Kept> kept() {
        return decisions.stream()
                .filter(Decision.Kept.class::isInstance)
                .map(Decision.Kept.class::cast)
                .toList();
    }

    /// Whether it leaves the model as it is.
    public boolean isEmpty() {
        return quantized().isEmpty();
    }
}
