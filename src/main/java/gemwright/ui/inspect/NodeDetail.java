package gemwright.ui.inspect;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Facts;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.util.List;
import java.util.Optional;

/// The node selected, at the right: what it is, its settings, its weights.
final class NodeDetail {
    private final Desk desk;
    private final InspectViewModel model;
    private final NodeRow node;
    private final Language language;
    private final Figures figures;

    NodeDetail(Desk desk, InspectViewModel model, NodeRow node) {
        this.desk = desk;
        this.model = model;
        this.node = node;
        this.language = desk.language();
        this.figures = language.figures();
    }

    Region panel() {
        VBox all = new VBox(head(), facts());
        if (!node.weights().isEmpty()) {
            VBox weights = new VBox();
            weights.getStyleClass().add("detail-section");
            Showing.follow(weights, () -> showWeights(weights), model.weights());
            all.getChildren().add(weights);
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        return scroll;
    }

    private Node head() {
        Label title = Words.strong(node.shortOperator());
        title.setGraphic(Icons.of(Feather.GIT_BRANCH, gemwright.ui.desk.Tone.SUCCESS));
        Label path = Words.code(node.name());
        path.getStyleClass().add("muted");
        VBox head = new VBox(title, path);
        head.getStyleClass().addAll("detail-section", "detail-head");
        return head;
    }

    private Node facts() {
        Facts facts = new Facts();
        if (node.operator().contains(".")) {
            facts.fact(
                    language.say("inspect.fact.class"),
                    node.operator().substring(0, node.operator().lastIndexOf('.')));
        }
        node.settings().forEach((name, value) -> facts.fact(name, shortened(value)));
        fact(facts, "inputs", node.inputs());
        fact(facts, "outputs", node.outputs());
        if (node.parameters() > 0) {
            facts.fact(language.say("inspect.fact.parameters"), figures.count(node.parameters()));
        }
        node.macs()
                .ifPresent(
                        macs -> facts.fact(language.say("inspect.fact.macs"), figures.large(macs)));
        if (node.bytes() > 0) {
            facts.fact(language.say("inspect.fact.size"), size());
        }
        VBox section = new VBox(facts);
        section.getStyleClass().add("detail-section");
        return section;
    }

    private String size() {
        long all = model.model().get().found().map(Inspected::bytes).orElse(0L);
        return all == 0
                ? figures.bytes(node.bytes())
                : language.say(
                        "inspect.fact.share",
                        figures.bytes(node.bytes()),
                        Math.round(100.0 * node.bytes() / all));
    }

    private void fact(Facts facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.fact(language.say("inspect.fact." + key), shortened(value));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 120 ? value : value.substring(0, 117) + "...";
    }

    private void showWeights(VBox section) {
        section.getChildren()
                .setAll(
                        switch (model.weights().get()) {
                            case Outcome.Ready<WeightStatistics> ready ->
                                    statistics(ready.result());
                            case Outcome.Working<WeightStatistics> _ ->
                                    List.of(
                                            Words.secondary(
                                                    language.say("inspect.weights.working")));
                            case Outcome.Failed<WeightStatistics> failed ->
                                    List.of(
                                            Words.wrapped(
                                                    Words.secondary(
                                                            failed.problem()
                                                                    .render(language.problems())
                                                                    .getFirst())));
                            case Outcome.Nothing<WeightStatistics> _ -> List.<Node>of();
                            case Outcome.Stopped<WeightStatistics> _ -> List.<Node>of();
                        });
    }

    private List<Node> statistics(WeightStatistics weights) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label name = Words.strong(weights.tensor());
        name.setMinWidth(0);
        HBox head =
                new HBox(
                        name,
                        space,
                        Buttons.small(
                                Feather.DOWNLOAD,
                                language.say("inspect.export"),
                                () -> export(weights.tensor())));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox numbers =
                new HBox(
                        number("min", figures.significant(weights.min())),
                        number("max", figures.significant(weights.max())),
                        number("mean", figures.significant(weights.mean())),
                        number("std", figures.significant(weights.std())),
                        number("zeros", figures.fixed(weights.zeros() * 100, 1) + " %"));
        numbers.getStyleClass().add("detail-numbers");
        WeightChart chart = new WeightChart(desk, weights);
        return List.of(head, numbers, chart);
    }

    private Node number(String key, String value) {
        VBox box =
                new VBox(
                        Words.secondary(language.say("inspect.weights." + key)),
                        Words.small(value));
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(1);
        return box;
    }

    private void export(String tensor) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(tensor.replaceAll("[^A-Za-z0-9._-]", "_") + ".npy");
        Optional<File> target = Optional.ofNullable(chooser.showSaveDialog(null));
        target.ifPresent(file -> model.export(tensor, file.toPath()));
    }
}
