package gemwright.quantize;

import gemwright.compare.Comparison;
import gemwright.runtime.Proof;

import java.util.Optional;

/// One attempt at making a model smaller, and what came of it.
///
/// @param method how
/// @param plan what was quantized, and what kept
/// @param bytes size of the model it gave; 0 where it gave none
/// @param proof what a process of its own made of it; empty where there was nothing to prove
/// @param comparison with the original on the rows given; empty without rows, or where it never ran
public record Trial(
        Method method,
        QuantizationPlan plan,
        long bytes,
        Optional<Proof> proof,
        Optional<Comparison> comparison) {
    /// Whether it was run, not only loaded, in a process of its own.
    public boolean ran() {
        return proof.orElse(null) instanceof Proof.Passed passed && !passed.outputs().isEmpty();
    }
}
