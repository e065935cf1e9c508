package gemwright.ui.quantize;

import gemwright.compare.Task;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// The 95 % interval of the loss on an axis around zero, with the limit as a dashed line.
final class IntervalBar extends Pane {
    private static final double WIDTH = 132;
    private static final double MIDDLE = 10;
    private static final double DOT = 3.5;

    private final double widest;

    IntervalBar(Task task, double maxDrop) {
        getStyleClass().add("interval-bar");
        setPrefSize(WIDTH, 2 * MIDDLE);
        setMinSize(WIDTH, 2 * MIDDLE);
        double change = -task.drop();
        double low = task.interval().low();
        double high = task.interval().high();
        this.widest =
                1.2
                        * Math.max(
                                Math.max(Math.abs(low), Math.abs(high)),
                                Math.max(Math.abs(maxDrop), 1e-6));
        getChildren()
                .addAll(
                        line("interval-axis", 0, MIDDLE, WIDTH, MIDDLE),
                        upright("interval-limit", -maxDrop),
                        upright("interval-zero", 0),
                        line("interval-range", at(low), MIDDLE, at(high), MIDDLE),
                        tick(low),
                        tick(high),
                        dot(change));
    }

    private double at(double value) {
        return WIDTH / 2 + value / widest * WIDTH / 2;
    }

    private Line upright(String style, double value) {
        return line(style, at(value), 1, at(value), 2 * MIDDLE - 1);
    }

    private Line tick(double value) {
        return line("interval-range", at(value), MIDDLE - 4, at(value), MIDDLE + 4);
    }

    private static Line line(String style, double x1, double y1, double x2, double y2) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(style);
        return line;
    }

    private Circle dot(double value) {
        Circle dot = new Circle(at(value), MIDDLE, DOT);
        dot.getStyleClass().add("interval-dot");
        return dot;
    }
}
