package gemwright.ui.inspect;

import gemwright.onnx.layout.Drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A graph as the canvas draws it: boxes and lines with their places, in pixels at 100 %.
///
/// @param boxes each with an id of its own
/// @param width of it all, margins included
/// @param height of it all, margins included
record Placement(List<Box> boxes, List<Line> lines, double width, double height) {
    private static final double HEIGHT = 40;
    private static final double END_HEIGHT = 32;
    private static final double MODEL_HEIGHT = 48;
    private static final double TITLE_LETTER = 7.6;
    private static final double DETAIL_LETTER = 6.4;
    private static final double PADDING = 32;
    private static final double NARROWEST = 112;
    private static final double WIDEST = 288;

    Placement {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /// How a box is drawn.
    enum Kind {
        /// An input or an output of the whole: a grey pill.
        END,
        /// Prepares the data, or has weights: blue.
        PREPARATION,
        /// What was learned: green.
        MODEL,
        /// Neither: white.
        PLAIN
    }

    /// A box and where it is.
    ///
    /// @param id of the node, input or output that it stands for
    /// @param detail second line; may be empty
    record Box(
            String id,
            Kind kind,
            String title,
            String detail,
            double x,
            double y,
            double width,
            double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double centre() {
            return x + width / 2;
        }

        boolean holds(double px, double py) {
            return px >= x && px <= right() && py >= y && py <= bottom();
        }
    }

    /// A line from box to box.
    ///
    /// @param label shape beside it; may be empty
    /// @param points from top to bottom, at least two
    /// @param stub whether only the two ends are drawn
    record Line(Box from, Box to, String label, List<Point> points, boolean stub) {
        Line {
            points = List.copyOf(points);
        }
    }

    /// A place.
    record Point(double x, double y) {}

    /// The width of a box with this title and detail.
    static double width(String title, String detail) {
        double text = Math.max(title.length() * TITLE_LETTER, detail.length() * DETAIL_LETTER);
        return Math.clamp(text + PADDING, NARROWEST, WIDEST);
    }

    /// A drawing with ids and kinds.
    ///
    /// @param label what stands beside the line of that value
    static Placement of(
            Drawing drawing,
            Function<gemwright.onnx.layout.Box, String> id,
            Function<gemwright.onnx.layout.Box, Kind> kind,
            Function<String, String> label) {
        List<Box> boxes =
                drawing.boxes().stream()
                        .map(box -> box(box, id.apply(box), kind.apply(box)))
                        .toList();
        List<Line> lines = new ArrayList<>();
        for (gemwright.onnx.layout.Line line : drawing.lines()) {
            Box from = boxes.get(line.from());
            Box to = boxes.get(line.to());
            boolean end = from.kind() == Kind.END || to.kind() == Kind.END;
            List<Point> points = new ArrayList<>();
            line.points().forEach(point -> points.add(new Point(point.x(), point.y())));
            points.set(0, new Point(from.centre(), from.bottom()));
            points.set(points.size() - 1, new Point(to.centre(), to.y()));
            String text = line.stub() ? line.value() : end ? "" : label.apply(line.value());
            lines.add(new Line(from, to, text, points, line.stub()));
        }
        return new Placement(boxes, lines, drawing.width(), drawing.height());
    }

    private static Box box(gemwright.onnx.layout.Box box, String id, Kind kind) {
        double height =
                switch (kind) {
                    case END -> END_HEIGHT;
                    case MODEL -> MODEL_HEIGHT;
                    case PREPARATION, PLAIN -> HEIGHT;
                };
        double y = box.y() + (box.height() - height) / 2;
        String detail = kind == Kind.END ? "" : box.detail();
        return new Box(id, kind, box.title(), detail, box.x(), y, box.width(), height);
    }

    /// The box at that place.
    Optional<Box> at(double x, double y) {
        return boxes.stream().filter(box -> box.holds(x, y)).findFirst();
    }

    /// The box of that id.
    Optional<Box> find(String id) {
        return boxes.stream().filter(box -> box.id().equals(id)).findFirst();
    }
}
