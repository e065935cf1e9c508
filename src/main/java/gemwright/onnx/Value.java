package gemwright.onnx;

/// A value in a graph that is being built: what one operator gives and others take.
///
/// @param name its name, unique in the graph
/// @param type what it holds, as far as the builder knows; [ElementType#UNDEFINED] otherwise
public record Value(String name, ElementType type) {
    /// An optional input that is left out.
    public static final Value NONE = new Value("", ElementType.UNDEFINED);

    /// This value, known to hold that type.
    public Value as(ElementType known) {
        return new Value(name, known);
    }
}
