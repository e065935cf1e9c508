package gemwright.quantize;

/// What happens to one node.
public sealed interface Decision {
    /// It is quantized.
    ///
    /// @param node its name, or its first output where it has none
    record Quantized(String node, String operator) implements Decision {}

    /// It holds, or might hold, weights, and is kept.
    ///
    /// @param node its name, or its first output where it has none
    record Kept(String node, String operator, Reason reason) implements Decision {}

    /// It holds no weights.
    record Untouched() implements Decision {}
}
