package gemwright.ui.inspect;

import gemwright.scan.Verdict;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.EmptyState;
import gemwright.ui.control.Icons;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Showing;
import gemwright.ui.control.TabStrip;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.LineagePath;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Supplier;

/// The Model screen.
public final class InspectView {
    private final Desk desk;
    private final InspectViewModel model;
    private final Language language;
    private final VBox content = new VBox();
    private final Page page;

    private InspectView(Desk desk, InspectViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
        content.getStyleClass().add("content");
        Button onward = Buttons.primary(Feather.REPEAT, "", this::goOn);
        Button compare =
                Buttons.secondary(
                        Feather.COLUMNS,
                        language.say("action.inspect.compare"),
                        () -> desk.actions().get("inspect.compare").run());
        page =
                new Page(new LineagePath(desk, "inspect"), content)
                        .secondary(compare)
                        .primary(onward);
        Showing.follow(
                compare,
                () -> compare.setDisable(desk.lineage().file().isEmpty()),
                desk.lineage().active());
        Showing.follow(onward, () -> allow(onward), model.convert().obstacle(), model.model());
        Showing.follow(content, this::show, model.model(), model.tab());
        Showing.follow(content, this::showDetail, model.selected(), model.tab(), model.model());
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        InspectViewModel model = new InspectViewModel(desk, new EngineInspecting());
        return () -> new InspectView(desk, model).page;
    }

    private boolean onnx() {
        return model.model().get().found().filter(Inspected::onnx).isPresent();
    }

    private boolean locked() {
        return model.model()
                .get()
                .found()
                .filter(it -> it.verdict() == Verdict.DANGEROUS)
                .isPresent();
    }

    // A model that is ONNX already goes on to be shrunk.
    private void goOn() {
        if (onnx()) {
            desk.go("quantize");
        } else {
            model.convert().run();
        }
    }

    private void allow(Button onward) {
        onward.setText(language.say(onnx() ? "screen.quantize" : "action.inspect.convert"));
        onward.setDisable(!onnx() && model.convert().obstacle().get().isPresent());
        onward.getStyleClass().remove("locked");
        if (locked()) {
            onward.getStyleClass().add("locked");
        }
        Feather usual = onnx() ? Feather.MINIMIZE_2 : Feather.REPEAT;
        onward.setGraphic(Icons.of(locked() ? Feather.LOCK : usual));
    }

    private void show() {
        page.tabs().set(model.model().get().found().map(this::tabs));
        content.getChildren()
                .setAll(
                        switch (model.model().get()) {
                            case Outcome.Nothing<Inspected> _ ->
                                    new Node[] {nothing("inspect.empty")};
                            case Outcome.Stopped<Inspected> _ ->
                                    new Node[] {nothing("inspect.stopped")};
                            case Outcome.Working<Inspected> _ ->
                                    new Node[] {
                                        MessageBar.of(Tone.WORKING, language.say("inspect.working"))
                                    };
                            case Outcome.Failed<Inspected> failed ->
                                    new Node[] {
                                        MessageBar.of(failed.problem(), language),
                                        nothing("inspect.empty")
                                    };
                            case Outcome.Ready<Inspected> ready -> ready(ready.result());
                        });
        content.getChildren()
                .forEach(
                        node -> {
                            if (node instanceof EmptyState) {
                                VBox.setVgrow(node, Priority.ALWAYS);
                            }
                        });
    }

    private Node nothing(String key) {
        EmptyState empty =
                new EmptyState(
                        Feather.BOX, language.say(key + ".title"), language.say(key + ".text"));
        return empty.ways(
                        Buttons.secondary(
                                Feather.PLAY,
                                language.say("action.file.sample"),
                                () -> desk.actions().get("file.sample").run()),
                        Buttons.secondary(
                                Feather.FOLDER,
                                language.say("action.file.open"),
                                () -> desk.actions().get("file.open").run()))
                .remark(language.say("inspect.empty.drop"));
    }

    private Node tabs(Inspected it) {
        boolean graph = !it.placement().boxes().isEmpty() && it.verdict() != Verdict.DANGEROUS;
        Tone safety =
                switch (it.verdict()) {
                    case SAFE -> Tone.NEUTRAL;
                    case UNKNOWN -> Tone.WARNING;
                    case DAMAGED, DANGEROUS -> Tone.DANGER;
                };
        return new TabStrip(model.tab())
                .tab(
                        "graph",
                        language.say("inspect.tab.graph"),
                        Optional.empty(),
                        Tone.NEUTRAL,
                        graph)
                .tab("nodes", language.say("inspect.tab.nodes"), count(it.nodes().size()))
                .tab(
                        "tensors",
                        language.say("inspect.tab.tensors"),
                        Optional.of(count(it.tensors().size())),
                        Tone.NEUTRAL,
                        !it.tensors().isEmpty())
                .tab(
                        "values",
                        language.say("inspect.tab.values"),
                        Optional.of(it.values().size()).filter(n -> n > 0).map(this::count),
                        Tone.NEUTRAL,
                        !it.values().isEmpty())
                .tab("metadata", language.say("inspect.tab.metadata"))
                .tab(
                        "safety",
                        language.say("inspect.tab.safety"),
                        Optional.of(
                                count(
                                        it.verdict() == Verdict.SAFE
                                                ? it.known()
                                                : it.findings().size())),
                        safety,
                        true);
    }

    private String count(int number) {
        return language.figures().count(number);
    }

    private Node[] ready(Inspected it) {
        Tables tables = new Tables(desk, model);
        return switch (model.tab().get()) {
            case "nodes" -> new Node[] {verdict(it), tables.nodes(it)};
            case "tensors" -> new Node[] {verdict(it), tables.tensors(it)};
            case "values" -> new Node[] {verdict(it), tables.values(it)};
            case "metadata" -> new Node[] {verdict(it), tables.metadata(it)};
            case "safety" -> new SafetyPanel(desk, it).content(verdict(it));
            default -> new Node[] {verdict(it), new GraphCard(desk, model, it).card()};
        };
    }

    private Node verdict(Inspected it) {
        Button details =
                Buttons.small(language.say("inspect.details"), () -> model.tab().set("safety"));
        boolean here = model.tab().get().equals("safety");
        Node[] ways = here ? new Node[0] : new Node[] {details};
        String facts =
                language.say(
                        "inspect.facts",
                        it.producer().isEmpty() ? it.format() : it.producer(),
                        language.figures().bytes(it.bytes()));
        return switch (it.verdict()) {
            case SAFE ->
                    MessageBar.of(
                            Tone.SUCCESS,
                            Feather.SHIELD,
                            language.say(
                                    it.onnx() ? "inspect.safe.onnx" : "inspect.safe",
                                    it.known(),
                                    facts),
                            ways);
            case UNKNOWN ->
                    MessageBar.of(
                            Tone.WARNING,
                            Feather.ALERT_TRIANGLE,
                            language.say("inspect.unknown", it.findings().size(), facts),
                            ways);
            case DAMAGED ->
                    MessageBar.of(
                            Tone.DANGER,
                            Feather.X_CIRCLE,
                            language.say("inspect.damaged", facts),
                            ways);
            case DANGEROUS ->
                    MessageBar.of(
                            Tone.DANGER,
                            Feather.ALERT_OCTAGON,
                            language.say("inspect.dangerous"),
                            SafetyPanel.worst(it)
                                    .map(
                                            worst ->
                                                    language.say(
                                                            "inspect.dangerous.text",
                                                            worst.what(language.problems()),
                                                            worst.where()))
                                    .orElse(""),
                            Buttons.small(
                                    Feather.COPY,
                                    language.say("copy"),
                                    () -> MessageBar.copy(SafetyPanel.text(it, language))));
        };
    }

    private void showDetail() {
        boolean beside = model.tab().get().equals("graph") || model.tab().get().equals("nodes");
        Optional<Node> panel =
                model.selectedNode()
                        .filter(_ -> beside)
                        .<Node>map(node -> new NodeDetail(desk, model, node).panel());
        page.detail().set(panel);
    }
}
