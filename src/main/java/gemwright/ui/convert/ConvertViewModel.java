package gemwright.ui.convert;

import gemwright.scan.Verdict;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.desk.Variant;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.CommandLine;
import gemwright.ui.text.Phrase;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What can be converted, what was chosen, and what came of it.
final class ConvertViewModel {
    private final Desk desk;
    private final Converting engine;
    private final ObjectProperty<Outcome<Plan>> plan =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Outcome<Converted>> result =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Optional<Integer>> opset =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty doubles = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Path>> check =
            new SimpleObjectProperty<>(Optional.empty());
    private final Action run;
    private Optional<Path> planned = Optional.empty();

    ConvertViewModel(Desk desk, Converting engine) {
        this.desk = desk;
        this.engine = engine;
        this.run =
                desk.actions()
                        .add(
                                new Action(
                                                "convert.run",
                                                Action.Menu.RUN,
                                                Feather.REPEAT,
                                                this::convert)
                                        .commandLine(this::commandLine)
                                        .subject(() -> source().map(this::name)));
        desk.lineage().active().subscribe(_ -> follow());
        desk.shelf().reference().subscribe(check::set);
        opset.addListener(_ -> replan());
        doubles.addListener(_ -> replan());
        plan.addListener(_ -> planned());
        result.addListener(_ -> allow());
        allow();
    }

    /// The file that was opened, where it is not ONNX already.
    Optional<Path> source() {
        return desk.lineage().variants().stream()
                .findFirst()
                .filter(first -> !first.onnx())
                .map(Variant::file);
    }

    private void follow() {
        if (!source().equals(planned)) {
            result.set(new Outcome.Nothing<>());
            replan();
        }
    }

    private void replan() {
        planned = source();
        planned.ifPresentOrElse(
                file ->
                        desk.background()
                                .run(
                                        Phrase.of("task.plan", name(file)),
                                        progress -> engine.plan(file, choice(), progress),
                                        plan),
                () -> plan.set(new Outcome.Nothing<>()));
    }

    private Choice choice() {
        return new Choice(opset.get(), doubles.get(), check.get());
    }

    private void planned() {
        allow();
        plan.get()
                .found()
                .filter(it -> it.refusal().isPresent())
                .ifPresent(
                        it ->
                                desk.notices()
                                        .status(
                                                Tone.DANGER,
                                                Phrase.of(
                                                        "status.notConverted", name(it.source()))));
    }

    private void allow() {
        Optional<Plan> it = plan.get().found();
        Optional<Phrase> obstacle = Optional.empty();
        if (it.isEmpty()) {
            obstacle = Optional.of(Phrase.of("obstacle.noSource"));
        } else if (it.get().verdict() == Verdict.DANGEROUS) {
            obstacle = Optional.of(Phrase.of("obstacle.dangerous"));
        } else if (it.get().refusal().isPresent()) {
            obstacle = Optional.of(Phrase.of("obstacle.refused"));
        } else if (result.get().working()) {
            obstacle = Optional.of(Phrase.of("obstacle.underWay"));
        }
        run.obstacle().set(obstacle);
    }

    private void convert() {
        source().ifPresent(
                        file -> {
                            Choice choice = choice();
                            desk.background()
                                    .run(
                                            Phrase.of("task.convert", name(file)),
                                            progress -> engine.convert(file, choice, progress),
                                            result);
                            result.addListener(new Told(file));
                        });
    }

    /// Tells the desk once what came of one conversion.
    private final class Told implements javafx.beans.value.ChangeListener<Outcome<Converted>> {
        private final Path file;

        Told(Path file) {
            this.file = file;
        }

        @Override
        public void changed(
                javafx.beans.value.ObservableValue<? extends Outcome<Converted>> value,
                Outcome<Converted> before,
                Outcome<Converted> now) {
            result.removeListener(this);
            desk.history().refresh();
            tell(file, now);
        }
    }

    private void tell(Path file, Outcome<Converted> now) {
        switch (now) {
            case Outcome.Ready<Converted>(Converted made) when made.written() -> {
                desk.notices()
                        .status(
                                Tone.SUCCESS,
                                Phrase.of(
                                        "status.converted",
                                        name(file),
                                        desk.language()
                                                .figures()
                                                .duration(
                                                        Duration.ofMillis(
                                                                Math.round(
                                                                        made.seconds() * 1000)))));
                desk.lineage()
                        .derive(
                                new Variant(
                                        made.target(),
                                        name(made.target()),
                                        Optional.of(made.run())));
            }
            case Outcome.Ready<Converted> _, Outcome.Failed<Converted> _ ->
                    desk.notices()
                            .status(Tone.DANGER, Phrase.of("status.notConverted", name(file)));
            case Outcome.Nothing<Converted> _,
                    Outcome.Working<Converted> _,
                    Outcome.Stopped<Converted> _ -> {}
        }
    }

    /// The line that does the same on the command line.
    Optional<String> commandLine() {
        return source().map(
                        file -> {
                            StringBuilder line =
                                    new StringBuilder("gemwright convert ")
                                            .append(CommandLine.quoted(file))
                                            .append(" -o ")
                                            .append(
                                                    CommandLine.quoted(
                                                            EngineConverting.stem(file) + ".onnx"));
                            opset.get().ifPresent(it -> line.append(" --opset ").append(it));
                            if (doubles.get()) {
                                line.append(" --precision double");
                            }
                            check.get()
                                    .ifPresent(
                                            it ->
                                                    line.append(" --check ")
                                                            .append(CommandLine.quoted(it)));
                            return line.toString();
                        });
    }

    private String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// Data files that the check may use.
    List<Path> data() {
        return desk.shelf().files();
    }

    ObjectProperty<Outcome<Plan>> plan() {
        return plan;
    }

    ObjectProperty<Outcome<Converted>> result() {
        return result;
    }

    /// Version of the ONNX operators; empty for the converter's own choice.
    ObjectProperty<Optional<Integer>> opset() {
        return opset;
    }

    /// Whether the model is to calculate in double precision.
    BooleanProperty doubles() {
        return doubles;
    }

    /// Rows with the original's answers.
    ObjectProperty<Optional<Path>> check() {
        return check;
    }

    /// Converts.
    Action run() {
        return run;
    }
}
