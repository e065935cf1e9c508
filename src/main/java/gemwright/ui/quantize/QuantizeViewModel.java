package gemwright.ui.quantize;

import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Variant;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.CommandLine;
import gemwright.ui.text.Phrase;
import gemwright.workbench.RunRecord;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is quantized, how, on which rows it is judged, and what came out.
final class QuantizeViewModel {
    /// What the engine can do, and `auto`, in the order of the screen.
    static final List<String> METHODS = List.of("dynamic-int8", "int8-weights", "auto");

    private static final int PERCENT = 100;

    private final Desk desk;
    private final Quantizer engine;
    private final ObjectProperty<String> method = new SimpleObjectProperty<>(METHODS.getFirst());
    private final ObjectProperty<Optional<Path>> data =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<String>> labels = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<String>> label =
            new SimpleObjectProperty<>(Optional.empty());
    private final DoubleProperty points = new SimpleDoubleProperty(1);
    private final ObjectProperty<Outcome<Quantized>> result =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final Action run;

    QuantizeViewModel(Desk desk, Quantizer engine) {
        this.desk = desk;
        this.engine = engine;
        this.run =
                new Action("quantize.run", Action.Menu.RUN, Feather.MINIMIZE_2, this::quantize)
                        .commandLine(this::commandLine);
        desk.actions().add(run);
        desk.lineage().active().subscribe(_ -> look());
        desk.shelf().reference().subscribe(_ -> choose());
        desk.shelf().files().addListener((ListChangeListener<Path>) _ -> choose());
        data.subscribe(_ -> look());
        result.subscribe(this::derive);
    }

    /// The model in hand, where it is ONNX.
    Optional<Path> model() {
        Optional<Path> file =
                desk.lineage().active().get().filter(Variant::onnx).map(Variant::file);
        run.obstacle()
                .set(
                        file.isPresent()
                                ? Optional.empty()
                                : Optional.of(Phrase.of("obstacle.noOnnx")));
        return file;
    }

    /// How: a name of [#METHODS].
    ObjectProperty<String> method() {
        return method;
    }

    /// Rows to judge on.
    ObjectProperty<Optional<Path>> data() {
        return data;
    }

    /// Files that can be judged on.
    List<Path> files() {
        return desk.shelf().files();
    }

    /// Columns that may hold the truth.
    ObjectProperty<List<String>> labels() {
        return labels;
    }

    /// The column that holds it; empty to hold the result against the original.
    ObjectProperty<Optional<String>> label() {
        return label;
    }

    /// How far the metric may fall, in percentage points.
    DoubleProperty points() {
        return points;
    }

    /// What came out.
    ObjectProperty<Outcome<Quantized>> result() {
        return result;
    }

    /// Quantizes.
    Action run() {
        return run;
    }

    /// Earlier quantizations of this workspace, the newest first.
    List<RunRecord> runs() {
        return desk.history().runs().stream().filter(one -> one.kind().equals("quantize")).toList();
    }

    private void choose() {
        Optional<Path> now = data.get().filter(desk.shelf().files()::contains);
        data.set(
                now.or(() -> desk.shelf().reference().get())
                        .or(() -> desk.shelf().files().stream().findFirst()));
    }

    /// Which columns there are is told by the file, in the background.
    private void look() {
        Optional<Path> file = data.get();
        Optional<Path> model = model();
        labels.set(List.of());
        label.set(Optional.empty());
        if (file.isEmpty() || model.isEmpty()) {
            return;
        }
        desk.background()
                .quietly(
                        progress -> engine.labels(model.get(), file.get(), progress),
                        found -> {
                            if (data.get().equals(file)) {
                                labels.set(found);
                                label.set(likely(found));
                            }
                        },
                        // the run itself will say what is wrong with the file
                        _ -> labels.set(List.of()));
    }

    private static Optional<String> likely(List<String> columns) {
        return columns.size() == 1
                ? Optional.of(columns.getFirst())
                : columns.stream()
                        .filter(name -> name.matches("(?i)label|target|class|y|y_true"))
                        .findFirst();
    }

    private void quantize() {
        Optional<Path> model = model();
        if (model.isEmpty()) {
            return;
        }
        Quantizer.Wish wish =
                new Quantizer.Wish(
                        model.get(), method.get(), data.get(), label.get(), points.get() / PERCENT);
        desk.background()
                .run(
                        Phrase.of("task.quantize", String.valueOf(model.get().getFileName())),
                        progress -> engine.quantize(wish, progress),
                        result);
    }

    private void derive(Outcome<Quantized> now) {
        desk.history().refresh();
        now.found()
                .filter(made -> made.result().written())
                .ifPresent(
                        made ->
                                desk.lineage()
                                        .derive(
                                                new Variant(
                                                        made.target(),
                                                        desk.language()
                                                                .say(
                                                                        "quantize.variant",
                                                                        Integer.toString(
                                                                                made.run())),
                                                        Optional.of(made.run()))));
    }

    private Optional<String> commandLine() {
        return model().map(
                        file -> {
                            List<String> words =
                                    new ArrayList<>(
                                            List.of(
                                                    "gemwright",
                                                    "quantize",
                                                    CommandLine.quoted(file),
                                                    "-o",
                                                    "int8.onnx",
                                                    "--method",
                                                    method.get()));
                            data.get()
                                    .ifPresent(
                                            rows ->
                                                    words.addAll(
                                                            List.of(
                                                                    "--evaluate",
                                                                    CommandLine.quoted(rows))));
                            label.get()
                                    .ifPresent(
                                            name ->
                                                    words.addAll(
                                                            List.of(
                                                                    "--labels",
                                                                    CommandLine.quoted(name))));
                            words.addAll(
                                    List.of("--max-drop", Double.toString(points.get() / PERCENT)));
                            return String.join(" ", words);
                        });
    }
}
