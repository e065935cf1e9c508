package gemwright.ui.inspect;

import gemwright.ui.control.Showing;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The histogram of a tensor's numbers: solid grey-blue under its outline, a horizontal grid only.
final class WeightChart extends Region {
    private static final double LEFT = 48;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final double FONT = 11;
    private static final int LINES = 4;
    private static final int TICKS = 5;

    private final Canvas canvas = new Canvas();
    private final Desk desk;
    private final WeightStatistics weights;
    private final Figures figures;
    private final Language language;

    WeightChart(Desk desk, WeightStatistics weights) {
        this.desk = desk;
        this.weights = weights;
        this.language = desk.language();
        this.figures = language.figures();
        getStyleClass().add("weight-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(
                language.say(
                        "inspect.weights.chart",
                        weights.tensor(),
                        figures.significant(weights.min()),
                        figures.significant(weights.max())));
        canvas.setManaged(false);
        getChildren().add(canvas);
        Showing.follow(this, this::draw, desk.appearance().theme(), desk.appearance().systemDark());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        if (getWidth() <= LEFT + RIGHT || getHeight() <= TOP + BOTTOM) {
            return;
        }
        boolean dark = desk.appearance().dark();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(Font.font("Noto Sans SC", FONT));
        double step = niceStep();
        grid(g, dark, step);
        bars(g, dark, step);
        axis(g, dark);
    }

    private double plotWidth() {
        return getWidth() - LEFT - RIGHT;
    }

    private double plotHeight() {
        return getHeight() - TOP - BOTTOM;
    }

    // The smallest of 1, 2 and 5 times a power of ten that covers the counts with few lines.
    private double niceStep() {
        double most = weights.counts().stream().mapToLong(Long::longValue).max().orElse(1);
        double rough = most / LINES;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, rough))));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return power * 10;
    }

    private double y(double count, double step) {
        return TOP + plotHeight() * (1 - count / (step * LINES));
    }

    private void grid(GraphicsContext g, boolean dark, double step) {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        for (int i = 0; i <= LINES; i++) {
            double y = Math.rint(y(i * step, step)) + 0.5;
            g.setStroke(Color.web(dark ? "#232a33" : "#e6eaee"));
            g.strokeLine(LEFT, y, LEFT + plotWidth(), y);
            g.setFill(Color.web(dark ? "#8b949e" : "#57606a"));
            g.fillText(figures.count(Math.round(i * step)), LEFT - 6, y);
        }
        g.save();
        g.translate(FONT, TOP + plotHeight() / 2);
        g.rotate(-90);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(language.say("inspect.weights.count"), 0, 0);
        g.restore();
    }

    private void bars(GraphicsContext g, boolean dark, double step) {
        int bins = weights.counts().size();
        double width = plotWidth() / bins;
        double base = y(0, step);
        g.setFill(Color.web(dark ? "#384a66" : "#b4c1d6"));
        for (int i = 0; i < bins; i++) {
            double top = y(weights.counts().get(i), step);
            g.fillRect(LEFT + i * width, top, width - 0.5, base - top);
        }
        g.setStroke(Color.web(dark ? "#9db4d8" : "#4f6385"));
        g.setLineWidth(1.5);
        g.beginPath();
        g.moveTo(LEFT, base);
        for (int i = 0; i < bins; i++) {
            double top = y(weights.counts().get(i), step);
            g.lineTo(LEFT + i * width, top);
            g.lineTo(LEFT + (i + 1) * width, top);
        }
        g.lineTo(LEFT + plotWidth(), base);
        g.stroke();
    }

    private void axis(GraphicsContext g, boolean dark) {
        double base = TOP + plotHeight();
        g.setStroke(Color.web(dark ? "#656c76" : "#868f99"));
        g.setLineWidth(1);
        g.strokeLine(LEFT, base + 0.5, LEFT + plotWidth(), base + 0.5);
        g.setFill(Color.web(dark ? "#8b949e" : "#57606a"));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        double low = weights.edges().getFirst();
        double range = weights.edges().getLast() - low;
        double step = tickStep(range);
        for (double tick = Math.ceil(low / step) * step; tick <= low + range; tick += step) {
            double x = LEFT + plotWidth() * (tick - low) / range;
            g.strokeLine(x, base, x, base + 4);
            // adding steps up leaves rounding in the last digits, also where zero is meant
            double shown = Math.abs(tick) < step / 1000 ? 0 : tick;
            g.fillText(figures.significant(shown), x, base + 6);
        }
        g.fillText(language.say("inspect.weights.value"), LEFT + plotWidth() / 2, base + 22);
    }

    private static double tickStep(double range) {
        double rough = range / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return power * 10;
    }
}
