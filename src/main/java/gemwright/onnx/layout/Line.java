package gemwright.onnx.layout;

import java.util.List;

/// A drawn value: from the box that makes it to one that uses it.
///
/// @param value the value's name
/// @param from index of a box in the drawing
/// @param to index of a box in the drawing
/// @param points where it goes through, from top to bottom; for a stub the two ends: one point
///   below `from`, one above `to`
/// @param stub whether it is too long to be drawn through: only its ends are, with the value's name
public record Line(String value, int from, int to, List<Point> points, boolean stub) {
    public Line {
        points = List.copyOf(points);
    }

    /// A place in the drawing.
    public record Point(double x, double y) {}
}
