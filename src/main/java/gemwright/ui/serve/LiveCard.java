package gemwright.ui.serve;

import gemwright.report.chart.Chart;
import gemwright.serve.Pulse;
import gemwright.ui.chart.ChartPane;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How the server has been doing in the last minute.
final class LiveCard {
    private static final int MINUTE = 60;
    private static final int TICK = 20;
    private static final double ROOM_ABOVE = 1.2;

    private final ServeViewModel model;
    private final Language language;
    private final ChartPane requests;
    private final ChartPane latency;

    LiveCard(Desk desk, ServeViewModel model) {
        this.model = model;
        this.language = desk.language();
        this.requests =
                new ChartPane(desk, language.say("serve.live.requests"))
                        .finishedBy(chart -> lastMinute(chart, 4));
        this.latency =
                new ChartPane(desk, language.say("serve.live.latency"))
                        .finishedBy(chart -> lastMinute(chart, 1));
    }

    Card card(boolean wide) {
        Label rate = figure();
        Label p50 = figure();
        Label p99 = figure();
        Label errors = figure();
        HBox figures =
                new HBox(
                        named("serve.live.rate", rate),
                        named("serve.live.p50", p50),
                        named("serve.live.p99", p99),
                        named("serve.live.errors", errors));
        figures.getStyleClass().add("live-figures");
        VBox.setVgrow(requests, Priority.ALWAYS);
        VBox below = new VBox(legend(), latency);
        below.getStyleClass().add("live-latency");
        VBox.setVgrow(latency, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        HBox.setHgrow(requests, Priority.ALWAYS);
        HBox.setHgrow(below, Priority.ALWAYS);
        for (javafx.scene.layout.Region half : List.of(requests, below)) {
            half.setPrefSize(100, 100);
        }
        Node charts = wide ? new HBox(16, requests, below) : new VBox(requests, below);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox body = new VBox(figures, charts);
        body.getStyleClass().add("live-body");
        Showing.follow(
                body,
                () -> model.pulse().get().ifPresent(now -> show(now, rate, p50, p99, errors)),
                model.pulse());
        return new Card(language.say("serve.live"))
                .remark(language.say("serve.live.last"))
                .actions(
                        Buttons.icon(
                                Feather.IMAGE, language.say("chart.copy"), requests::copyPicture))
                .fill(body)
                .grow();
    }

    private static Label figure() {
        Label figure = Words.label("", "live-figure");
        figure.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return figure;
    }

    private Node named(String key, Label value) {
        VBox both = new VBox(Words.secondary(language.say(key)), value);
        HBox.setHgrow(both, Priority.ALWAYS);
        both.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return both;
    }

    private Node legend() {
        return legend(language.say("serve.live.p50"), language.say("serve.live.p99"));
    }

    /// The legend of a chart of two lines: the first solid, the second dashed.
    static Node legend(String first, String second) {
        HBox legend = new HBox(sample("line-sample"), Words.secondary(first));
        legend.getChildren().addAll(sample("dash-sample"), Words.secondary(second));
        legend.getStyleClass().add("chart-legend");
        legend.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return legend;
    }

    private static Node sample(String style) {
        javafx.scene.shape.Line line = new javafx.scene.shape.Line(0, 0, 18, 0);
        line.getStyleClass().add(style);
        return line;
    }

    private void show(Pulse pulse, Label rate, Label p50, Label p99, Label errors) {
        rate.setText(
                language.say(
                        "serve.perSecond",
                        language.figures().significant(ServeViewModel.rate(pulse))));
        List<Pulse.Second> seconds = pulse.seconds();
        Pulse.Second last =
                seconds.stream()
                        .filter(second -> second.requests() > 0)
                        .reduce((_, later) -> later)
                        .orElse(new Pulse.Second(0, 0, 0, 0, 0));
        p50.setText(millis(last.requests() > 0, last.p50()));
        p99.setText(millis(last.requests() > 0, last.p99()));
        errors.setText(
                language.figures().count(seconds.stream().mapToLong(Pulse.Second::errors).sum()));
        requests.show(
                new Chart.Lines(
                        List.of(line("requests", seconds, Pulse.Second::requests)),
                        language.say("serve.live.time"),
                        language.say("serve.live.requests"),
                        true));
        latency.show(
                new Chart.Lines(
                        List.of(
                                line("p50", seconds, one -> measured(one, one.p50())),
                                line("p99", seconds, one -> measured(one, one.p99()))),
                        language.say("serve.live.time"),
                        language.say("serve.live.latency"),
                        false));
    }

    private String millis(boolean measured, double value) {
        return measured ? language.figures().significant(value) + " ms" : "–";
    }

    /// A second without a request has no latency.
    private static double measured(Pulse.Second second, double value) {
        return second.requests() == 0 ? Double.NaN : value;
    }

    private static Chart.Line line(
            String name, List<Pulse.Second> seconds, ToDoubleFunction<Pulse.Second> value) {
        List<Double> at = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            at.add((double) i - seconds.size());
            values.add(value.applyAsDouble(seconds.get(i)));
        }
        return new Chart.Line(name, at, values);
    }

    /// The axis of the last minute, and one of values from 0 that does not shrink to nothing.
    private static void lastMinute(JFreeChart chart, double least) {
        XYPlot plot = (XYPlot) chart.getPlot();
        NumberAxis time = (NumberAxis) plot.getDomainAxis();
        time.setRange(-MINUTE, 0);
        time.setTickUnit(new NumberTickUnit(TICK));
        fromZero(chart, least);
    }

    /// Values from 0, up to the given one at least, and room at the right for the last mark.
    static void fromZero(JFreeChart chart, double least) {
        ValueAxis values = ((XYPlot) chart.getPlot()).getRangeAxis();
        double highest = values.getRange().getUpperBound();
        values.setRange(0, Math.max(least, highest * ROOM_ABOVE));
        chart.setPadding(new RectangleInsets(4, 0, 0, 10));
    }
}
