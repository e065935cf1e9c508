package gemwright.ui.serve;

import gemwright.loadtest.Slice;
import gemwright.report.chart.Chart;
import gemwright.ui.chart.ChartPane;
import gemwright.ui.control.Card;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The load test's own tab: what it is to do, its verdict, and each of its seconds.
final class LoadPanel {
    private final Desk desk;
    private final ServeViewModel serve;
    private final LoadViewModel model;
    private final Language language;

    LoadPanel(Desk desk, ServeViewModel serve) {
        this.desk = desk;
        this.serve = serve;
        this.model = serve.load();
        this.language = desk.language();
    }

    Node panel() {
        Node rates =
                chart("serve.live.requests", List.of("serve.live.rate"), List.of(Slice::rps), true);
        Node latencies =
                chart(
                        "serve.live.latency",
                        List.of("metric.P50", "metric.P99"),
                        List.of(slice -> slice.latency().p50(), slice -> slice.latency().p99()),
                        false);
        HBox charts = new HBox(16, rates, latencies);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox panel = new VBox(settings(), new LoadCard(desk, serve).card(false), charts);
        panel.getStyleClass().add("content");
        return panel;
    }

    private Card settings() {
        HBox fields =
                new HBox(
                        16,
                        field("serve.load.connections", "load-connections", model.connections()),
                        field("serve.load.seconds", "load-seconds", model.seconds()),
                        rules());
        return new Card(language.say("serve.load.what")).body(fields);
    }

    private Node rules() {
        Node rules = field("serve.load.levels", "load-rules", model.rules());
        HBox.setHgrow(rules, Priority.ALWAYS);
        return rules;
    }

    private Node field(String key, String id, StringProperty value) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(value);
        input.setId(id);
        input.setAccessibleText(language.say(key));
        Runnable check =
                () -> {
                    input.getStyleClass().remove("wrong");
                    if (!model.valid() && !id.equals("load-rules")) {
                        input.getStyleClass().add("wrong");
                    }
                };
        input.textProperty().subscribe(_ -> check.run());
        return new VBox(Words.secondary(language.say(key)), input);
    }

    private Node chart(
            String key, List<String> names, List<ToDoubleFunction<Slice>> values, boolean filled) {
        ChartPane pane =
                new ChartPane(desk, language.say(key))
                        .finishedBy(drawn -> LiveCard.fromZero(drawn, 1));
        Showing.follow(
                pane,
                () -> {
                    if (model.slices().size() < 2) {
                        pane.clear();
                    } else {
                        pane.show(lines(key, names, values, filled));
                    }
                },
                model.slices());
        Card card = new Card(language.say(key));
        if (names.size() > 1) {
            card.actions(LiveCard.legend(language.say(names.get(0)), language.say(names.get(1))));
        }
        VBox inside = new VBox(pane);
        inside.getStyleClass().add("chart-inside");
        VBox.setVgrow(pane, Priority.ALWAYS);
        card.fill(inside).grow();
        card.setPrefWidth(100);
        return card;
    }

    private Chart lines(
            String key, List<String> names, List<ToDoubleFunction<Slice>> values, boolean filled) {
        List<Double> at = model.slices().stream().map(slice -> (double) slice.second()).toList();
        List<Chart.Line> lines = new java.util.ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ToDoubleFunction<Slice> value = values.get(i);
            List<Double> numbers =
                    model.slices().stream().map(slice -> value.applyAsDouble(slice)).toList();
            lines.add(new Chart.Line(language.say(names.get(i)), at, numbers));
        }
        return new Chart.Lines(lines, language.say("serve.load.time"), language.say(key), filled);
    }
}
