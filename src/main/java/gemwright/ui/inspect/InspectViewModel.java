package gemwright.ui.inspect;

import gemwright.scan.Verdict;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Actions;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Notices;
import gemwright.ui.desk.Tone;
import gemwright.ui.desk.Variant;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.CommandLine;
import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the Model screen shows and what may be done with the model in hand.
final class InspectViewModel {
    private final Desk desk;
    private final Inspecting engine;
    private final ObjectProperty<Outcome<Inspected>> model =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Outcome<WeightStatistics>> weights =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Optional<String>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<String>> found = new SimpleObjectProperty<>(Set.of());
    private final StringProperty tab = new SimpleStringProperty("graph");
    private final StringProperty find = new SimpleStringProperty("");
    private final Action convert;

    InspectViewModel(Desk desk, Inspecting engine) {
        this.desk = desk;
        this.engine = engine;
        this.convert =
                desk.actions()
                        .add(
                                new Action(
                                                "inspect.convert",
                                                Action.Menu.MODEL,
                                                Feather.REPEAT,
                                                () -> desk.go("convert"))
                                        .subject(
                                                () ->
                                                        desk.lineage()
                                                                .active()
                                                                .get()
                                                                .map(Variant::label)));
        desk.actions()
                .add(
                        new Action(
                                        "inspect.run",
                                        Action.Menu.NONE,
                                        Feather.TERMINAL,
                                        () -> desk.go("inspect"))
                                .commandLine(this::commandLine));
        desk.actions().alsoFind(this::nodesToFind);
        model.addListener(_ -> judge());
        desk.lineage().active().subscribe(this::inspect);
        selected.subscribe(_ -> lookAtWeights());
        find.subscribe(_ -> search());
        lock();
    }

    private void inspect(Optional<Variant> variant) {
        selected.set(Optional.empty());
        find.set("");
        variant.ifPresentOrElse(
                it -> {
                    desk.background()
                            .run(
                                    Phrase.of("task.open", it.label()),
                                    progress -> engine.inspect(it.file(), progress),
                                    model);
                },
                () -> model.set(new Outcome.Nothing<>()));
    }

    // A dangerous file shows first what is dangerous in it.
    private void judge() {
        lock();
        model.get()
                .found()
                .ifPresent(
                        it -> {
                            boolean danger = it.verdict() == Verdict.DANGEROUS;
                            selected.set(learned(it));
                            tab.set(danger ? "safety" : graphOrNodes(it));
                            if (danger) {
                                desk.notices()
                                        .status(
                                                Tone.DANGER,
                                                Phrase.of("status.dangerous", name(it.file())));
                            }
                        });
    }

    // What was learned is what one looks at first; a network has no single such node.
    private static Optional<String> learned(Inspected it) {
        return it.placement().boxes().stream()
                .filter(box -> box.kind() == Placement.Kind.MODEL)
                .map(Placement.Box::id)
                .findFirst();
    }

    private static String graphOrNodes(Inspected it) {
        return it.placement().boxes().isEmpty() ? "nodes" : "graph";
    }

    private void lock() {
        Optional<Inspected> it = model.get().found();
        convert.obstacle()
                .set(
                        it.isEmpty()
                                ? Optional.of(Phrase.of("obstacle.noModel"))
                                : it.get().verdict() == Verdict.DANGEROUS
                                        ? Optional.of(Phrase.of("obstacle.dangerous"))
                                        : it.get().onnx()
                                                ? Optional.of(Phrase.of("obstacle.isOnnx"))
                                                : Optional.empty());
    }

    private void lookAtWeights() {
        Optional<String> largest =
                selectedNode().flatMap(node -> node.weights().stream().findFirst());
        largest.ifPresentOrElse(this::lookAt, () -> weights.set(new Outcome.Nothing<>()));
    }

    /// Sums up the numbers of that tensor.
    void lookAt(String tensor) {
        model.get()
                .found()
                .ifPresent(
                        it ->
                                desk.background()
                                        .run(
                                                Phrase.of("task.weights", tensor),
                                                progress ->
                                                        engine.statistics(
                                                                it.file(), tensor, progress),
                                                weights));
    }

    /// Writes a tensor as `.npy`.
    void export(String tensor, Path target) {
        model.get()
                .found()
                .ifPresent(
                        it ->
                                desk.background()
                                        .run(
                                                Phrase.of("task.export", name(target)),
                                                progress -> {
                                                    engine.export(
                                                            it.file(), tensor, target, progress);
                                                    return target;
                                                },
                                                written ->
                                                        desk.notices()
                                                                .toast(
                                                                        new Notices.Notice(
                                                                                Tone.SUCCESS,
                                                                                Phrase.of(
                                                                                        "toast.exported",
                                                                                        name(
                                                                                                written)))),
                                                problem ->
                                                        weights.set(
                                                                new Outcome.Failed<>(problem))));
    }

    private void search() {
        found.set(model.get().found().map(it -> Search.find(find.get(), it)).orElse(Set.of()));
    }

    private Optional<String> commandLine() {
        return desk.lineage().file().map(file -> "gemwright inspect " + CommandLine.quoted(file));
    }

    private List<Actions.Findable> nodesToFind() {
        return model.get().found().map(Inspected::nodes).orElse(List.of()).stream()
                .map(
                        node ->
                                new Actions.Findable(
                                        "nodes",
                                        Phrase.verbatim(node.name()),
                                        Phrase.verbatim(node.shortOperator()),
                                        Feather.GIT_BRANCH,
                                        Optional.empty(),
                                        () -> {
                                            desk.go("inspect");
                                            tab.set("graph");
                                            selected.set(Optional.of(node.id()));
                                        }))
                .toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// The node or step selected.
    Optional<NodeRow> selectedNode() {
        return model.get().found().map(Inspected::nodes).orElse(List.of()).stream()
                .filter(node -> selected.get().filter(node.id()::equals).isPresent())
                .findFirst();
    }

    ObjectProperty<Outcome<Inspected>> model() {
        return model;
    }

    /// Of the largest tensor of the node selected, or the one looked at.
    ObjectProperty<Outcome<WeightStatistics>> weights() {
        return weights;
    }

    /// Id of the box selected.
    ObjectProperty<Optional<String>> selected() {
        return selected;
    }

    /// `graph`, `nodes`, `tensors`, `values`, `metadata` or `safety`.
    StringProperty tab() {
        return tab;
    }

    /// What is looked for in the graph.
    StringProperty find() {
        return find;
    }

    /// Ids of the boxes that fit what is looked for.
    ObjectProperty<Set<String>> found() {
        return found;
    }

    /// Goes on to the Convert screen.
    Action convert() {
        return convert;
    }
}
