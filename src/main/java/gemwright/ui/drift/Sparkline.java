package gemwright.ui.drift;

import gemwright.drift.Series;
import gemwright.drift.Verdict;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

import java.util.List;

/// A column's distance window by window in a table cell, with the edge of its band dashed.
final class Sparkline extends Pane {
    private static final double WIDTH = 88;
    private static final double HEIGHT = 16;
    private static final double MARGIN = 1.5;

    Sparkline(Series series, Verdict verdict) {
        getStyleClass().addAll("sparkline", verdict.word());
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        double high = series.values().stream().filter(Double::isFinite).reduce(0.0, Math::max);
        double top = Math.max(high, Double.isFinite(series.high()) ? series.high() : 0);
        if (top > 0) {
            draw(series, top);
        }
    }

    private void draw(Series series, double top) {
        if (Double.isFinite(series.high())) {
            double y = y(series.high(), top);
            Line limit = new Line(0, y, WIDTH, y);
            limit.getStyleClass().add("sparkline-limit");
            getChildren().add(limit);
        }
        List<Double> values = series.values();
        Polyline line = new Polyline();
        line.getStyleClass().add("sparkline-line");
        double last = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            if (Double.isFinite(values.get(i))) {
                last = y(values.get(i), top);
                line.getPoints().addAll((WIDTH - 2) * i / Math.max(1, values.size() - 1), last);
            }
        }
        getChildren().add(line);
        if (Double.isFinite(last)) {
            Circle end = new Circle(WIDTH - 2, last, 1.8);
            end.getStyleClass().add("sparkline-end");
            getChildren().add(end);
        }
    }

    private static double y(double value, double top) {
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value / top;
    }
}
