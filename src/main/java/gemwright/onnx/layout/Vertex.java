package gemwright.onnx.layout;

import java.util.ArrayList;
import java.util.List;

/// A box on its way to its place, or a bend of a line on one layer. Belongs to one layout.
final class Vertex {
    final Box.Kind kind;
    final int index;
    final String title;
    final String detail;
    final double width;
    final List<Vertex> above = new ArrayList<>(2);
    final List<Vertex> below = new ArrayList<>(2);
    int layer;
    int position;
    double centre;

    Vertex(Box.Kind kind, int index, String title, String detail, double width) {
        this.kind = kind;
        this.index = index;
        this.title = title;
        this.detail = detail;
        this.width = width;
    }

    /// A bend of a line.
    static Vertex bend(int layer) {
        Vertex bend = new Vertex(Box.Kind.NODE, -1, "", "", 8);
        bend.layer = layer;
        return bend;
    }
}
