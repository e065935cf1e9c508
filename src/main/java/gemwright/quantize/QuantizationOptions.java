package gemwright.quantize;

import java.util.Set;

/// What the user says about a quantization.
///
/// @param perTensor one scale for a whole weight instead of one for each of its channels
/// @param exclude names of nodes that are kept, or of their first outputs
public record QuantizationOptions(boolean perTensor, Set<String> exclude) {
    public QuantizationOptions {
        exclude = Set.copyOf(exclude);
    }

    /// One scale a channel, nothing excluded.
    public static QuantizationOptions usual() {
        return new QuantizationOptions(false, Set.of());
    }
}
