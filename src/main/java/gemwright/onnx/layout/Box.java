package gemwright.onnx.layout;

/// A drawn input, node or output.
///
/// @param kind which of them
/// @param index its place in the graph's list of inputs, nodes or outputs
/// @param title name of an input or output, operator of a node
/// @param detail second line; may be empty
/// @param x left edge
/// @param y upper edge
public record Box(
        Kind kind,
        int index,
        String title,
        String detail,
        double x,
        double y,
        double width,
        double height) {
    /// What a box stands for.
    public enum Kind {
        INPUT,
        NODE,
        OUTPUT
    }

    /// Its middle, from left to right.
    public double centre() {
        return x + width / 2;
    }

    /// Its lower edge.
    public double bottom() {
        return y + height;
    }
}
