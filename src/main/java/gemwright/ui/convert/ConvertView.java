package gemwright.ui.convert;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.EmptyState;
import gemwright.ui.control.Icons;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Showing;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.LineagePath;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The Convert screen.
public final class ConvertView {
    private final Desk desk;
    private final ConvertViewModel model;
    private final Language language;
    private final VBox content = new VBox();

    private ConvertView(Desk desk, ConvertViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
        content.getStyleClass().add("content");
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        ConvertViewModel model =
                new ConvertViewModel(desk, new EngineConverting(desk.history().workspace()));
        return () -> new ConvertView(desk, model).page();
    }

    private Page page() {
        Button convert = Buttons.primary(Feather.REPEAT, "", () -> model.run().run());
        convert.setId("convert");
        Button copy =
                Buttons.secondary(
                        Feather.TERMINAL,
                        language.say("action.edit.cli"),
                        () -> desk.actions().get("edit.cli").run());
        Showing.follow(
                convert,
                () -> {
                    boolean again = model.result().get().found().isPresent();
                    convert.setText(language.say(again ? "convert.again" : "action.convert.run"));
                    convert.setDisable(model.run().obstacle().get().isPresent());
                    copy.setDisable(model.source().isEmpty());
                },
                model.run().obstacle(),
                model.result(),
                model.plan());
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        Showing.follow(content, this::show, model.plan(), model.result(), desk.shelf().files());
        return new Page(new LineagePath(desk, "convert"), scroll).secondary(copy).primary(convert);
    }

    private void show() {
        content.getChildren()
                .setAll(
                        switch (model.plan().get()) {
                            case Outcome.Nothing<Plan> _, Outcome.Stopped<Plan> _ ->
                                    List.of(nothing());
                            case Outcome.Working<Plan> _ ->
                                    List.of(
                                            MessageBar.of(
                                                    Tone.WORKING,
                                                    language.say("convert.planning")));
                            case Outcome.Failed<Plan> failed ->
                                    List.of(MessageBar.of(failed.problem(), language), nothing());
                            case Outcome.Ready<Plan> ready -> ready(ready.result());
                        });
    }

    private Node nothing() {
        boolean onnx = desk.lineage().file().isPresent();
        EmptyState empty =
                new EmptyState(
                        Feather.REPEAT,
                        language.say(onnx ? "convert.onnx.title" : "convert.empty.title"),
                        language.say(onnx ? "convert.onnx.text" : "convert.empty.text"));
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty.ways(
                        Buttons.secondary(
                                Feather.PLAY,
                                language.say("action.file.sample"),
                                () -> desk.actions().get("file.sample").run()),
                        Buttons.secondary(
                                Feather.FOLDER,
                                language.say("action.file.open"),
                                () -> desk.actions().get("file.open").run()))
                .remark(language.say("convert.empty.drop"));
    }

    private List<Node> ready(Plan plan) {
        List<Node> nodes = new ArrayList<>();
        PlanCards cards = new PlanCards(desk, model, plan);
        Node arrow = Icons.of(Feather.ARROW_RIGHT);
        HBox arrowBox = new HBox(arrow);
        arrowBox.getStyleClass().add("convert-arrow");
        HBox ends = new HBox(cards.from(), arrowBox, cards.to());
        ends.getStyleClass().add("convert-ends");
        nodes.add(ends);
        if (plan.refusal().isPresent()) {
            nodes.add(new RefusalCard(desk, model, plan, plan.refusal().get()).card());
            nodes.add(cards.steps());
            return nodes;
        }
        nodes.add(verdict(plan));
        HBox middle = new HBox(cards.steps(), new CheckCard(desk, model).card());
        middle.getStyleClass().addAll("card-row", "convert-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        nodes.add(middle);
        nodes.add(cards.values());
        return nodes;
    }

    private Node verdict(Plan plan) {
        return switch (model.result().get()) {
            case Outcome.Nothing<Converted> _ ->
                    MessageBar.of(
                            Tone.SUCCESS,
                            language.say("convert.ready", plan.steps().size(), plan.nodes()));
            case Outcome.Stopped<Converted> _ ->
                    MessageBar.of(Tone.NEUTRAL, language.say("convert.stopped"));
            case Outcome.Working<Converted> _ ->
                    MessageBar.of(Tone.WORKING, language.say("convert.working"));
            case Outcome.Failed<Converted> failed -> MessageBar.of(failed.problem(), language);
            case Outcome.Ready<Converted> ready -> converted(ready.result());
        };
    }

    private Node converted(Converted made) {
        String facts =
                language.say(
                        "convert.facts",
                        String.valueOf(made.target().getFileName()),
                        language.figures().bytes(made.bytes()),
                        language.figures()
                                .duration(
                                        java.time.Duration.ofMillis(
                                                Math.round(made.seconds() * 1000))),
                        Integer.toString(made.run()));
        if (!made.written()) {
            return MessageBar.of(Tone.WARNING, language.say("convert.differs"));
        }
        String key = made.check().isPresent() ? "convert.checked" : "convert.unchecked";
        return MessageBar.of(
                Tone.SUCCESS,
                language.say(key, facts),
                Buttons.small(
                        Feather.COPY,
                        language.say("convert.copyPath"),
                        () -> MessageBar.copy(made.target().toString())),
                Buttons.small(
                        Feather.GIT_BRANCH,
                        language.say("convert.graph"),
                        () -> desk.go("inspect")));
    }
}
