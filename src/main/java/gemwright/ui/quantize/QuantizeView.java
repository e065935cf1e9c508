package gemwright.ui.quantize;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.EmptyState;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Showing;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.LineagePath;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;
import gemwright.workbench.Quantizing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Supplier;

/// The Quantize screen: what to do at the left, what it brought and cost at the right.
public final class QuantizeView {
    private final Desk desk;
    private final QuantizeViewModel model;
    private final Language language;
    private final VBox content = new VBox();
    private final VBox found = new VBox();

    private QuantizeView(Desk desk, QuantizeViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
        content.getStyleClass().add("content");
        found.getStyleClass().add("quantize-found");
        HBox.setHgrow(found, Priority.ALWAYS);
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        QuantizeViewModel model = new QuantizeViewModel(desk, new EngineQuantizer(desk));
        return () -> new QuantizeView(desk, model).page();
    }

    private Page page() {
        Button quantize =
                Buttons.primary(
                        Feather.MINIMIZE_2,
                        language.say("action.quantize.run"),
                        () -> model.run().run());
        quantize.setId("quantize");
        Button copy =
                Buttons.secondary(
                        Feather.TERMINAL,
                        language.say("action.edit.cli"),
                        () -> desk.actions().get("edit.cli").run());
        Showing.follow(
                quantize,
                () -> {
                    boolean stands = model.run().obstacle().get().isPresent();
                    quantize.setDisable(stands || model.result().get().working());
                    copy.setDisable(stands);
                },
                model.run().obstacle(),
                model.result());
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        Showing.follow(content, this::show, desk.lineage().active());
        Showing.follow(found, this::showFound, model.result(), desk.history().runs());
        return new Page(new LineagePath(desk, "quantize"), scroll)
                .secondary(copy)
                .primary(quantize);
    }

    private void show() {
        if (model.model().isEmpty()) {
            content.getChildren().setAll(nothing());
            return;
        }
        HBox both = new HBox(new MethodCard(desk, model).card(), found);
        both.getStyleClass().add("card-row");
        VBox.setVgrow(both, Priority.ALWAYS);
        content.getChildren().setAll(both);
    }

    private Node nothing() {
        EmptyState empty =
                new EmptyState(
                        Feather.MINIMIZE_2,
                        language.say("quantize.empty.title"),
                        language.say("quantize.empty.text"));
        VBox.setVgrow(empty, Priority.ALWAYS);
        boolean model = desk.lineage().file().isPresent();
        Button go =
                model
                        ? Buttons.small(
                                Feather.REPEAT,
                                language.say("action.convert.run"),
                                () -> desk.go("convert"))
                        : Buttons.small(
                                Feather.FOLDER,
                                language.say("action.file.open"),
                                () -> desk.actions().get("file.open").run());
        return empty.need(
                false,
                language.say("quantize.empty.need"),
                language.say(model ? "quantize.empty.convert" : "quantize.empty.open"),
                go);
    }

    private void showFound() {
        RunsCard runs = new RunsCard(desk, model);
        found.getChildren()
                .setAll(
                        switch (model.result().get()) {
                            case Outcome.Nothing<Quantized> _ ->
                                    List.of(
                                            MessageBar.of(
                                                    Tone.NEUTRAL, language.say("quantize.ready")),
                                            runs.card());
                            case Outcome.Stopped<Quantized> _ ->
                                    List.of(
                                            MessageBar.of(
                                                    Tone.NEUTRAL, language.say("quantize.stopped")),
                                            runs.card());
                            case Outcome.Working<Quantized> _ ->
                                    List.of(
                                            MessageBar.of(
                                                    Tone.WORKING, language.say("quantize.working")),
                                            runs.card());
                            case Outcome.Failed<Quantized> failed ->
                                    List.of(MessageBar.of(failed.problem(), language), runs.card());
                            case Outcome.Ready<Quantized> ready ->
                                    ready(ready.result(), runs.card());
                        });
    }

    private List<Node> ready(Quantized made, Node runs) {
        FoundCards cards = new FoundCards(desk, made);
        HBox middle = new HBox(cards.nodes(), cards.flipped());
        middle.getStyleClass().add("card-row");
        VBox.setVgrow(middle, Priority.ALWAYS);
        return made.comparison().isPresent()
                ? List.of(verdict(made), cards.beforeAndAfter(), middle, runs)
                : List.of(verdict(made), middle, runs);
    }

    private Node verdict(Quantized made) {
        Quantizing.Verdict verdict = made.result().verdict();
        if (verdict != Quantizing.Verdict.WRITTEN) {
            return MessageBar.of(
                    Tone.WARNING,
                    language.say("quantize.none", language.say("quantize.why." + verdict.name())));
        }
        String size = language.figures().significant(made.smaller());
        double faster = made.faster().orElse(1.0);
        boolean slower = faster < 1;
        String speed = language.figures().significant(slower ? 1 / faster : faster);
        String cost =
                made.comparison()
                        .map(
                                one ->
                                        language.say(
                                                one.task().labelled()
                                                        ? "quantize.cost"
                                                        : "quantize.cost.agree",
                                                language.figures()
                                                        .fixed(one.task().drop() * 100, 2),
                                                language.figures().percent(one.task().b())))
                        .orElse(language.say("quantize.cost.unknown"));
        return MessageBar.of(
                slower ? Tone.WARNING : Tone.SUCCESS,
                language.say(slower ? "quantize.slower" : "quantize.worth", size, speed, cost),
                Buttons.small(
                        Feather.COPY,
                        language.say("convert.copyPath"),
                        () -> MessageBar.copy(made.target().toString())));
    }
}
