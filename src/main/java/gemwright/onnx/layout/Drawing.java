package gemwright.onnx.layout;

import java.util.List;

/// A graph laid out: boxes and lines with their places, the origin at the upper left.
public record Drawing(List<Box> boxes, List<Line> lines, double width, double height) {
    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }
}
