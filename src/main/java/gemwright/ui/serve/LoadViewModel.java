package gemwright.ui.serve;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.TableSource;
import gemwright.loadtest.ServiceLevel;
import gemwright.loadtest.Slice;
import gemwright.ui.desk.Desk;
import gemwright.ui.task.Outcome;
import gemwright.ui.task.Recording;
import gemwright.ui.text.CommandLine;
import gemwright.ui.text.Phrase;
import gemwright.workbench.LoadTesting;
import gemwright.workbench.Run;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The load test of the running server: what it is to do, what it sees second by second, and how
/// the server's service levels came out.
final class LoadViewModel {
    /// What a server has to hold unless told otherwise.
    static final String USUAL_RULES = "p99<200ms,errors<0.1%,rps>100";

    private static final int MOST_CONNECTIONS = 4_096;
    private static final int MOST_SECONDS = 3_600;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final Desk desk;
    private final Engine engine;
    private final StringProperty connections = new SimpleStringProperty("64");
    private final StringProperty seconds = new SimpleStringProperty("10");
    private final StringProperty rules = new SimpleStringProperty(USUAL_RULES);
    private final ObservableList<Slice> slices = FXCollections.observableArrayList();
    private final ObjectProperty<Outcome<Tested>> outcome =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private Optional<URI> target = Optional.empty();

    /// Runs a load test.
    @FunctionalInterface
    interface Engine {
        /// Runs it, and tells of each second as it ends, on a thread of its own.
        LoadTesting.Outcome run(
                LoadTesting.Plan plan, Progress progress, java.util.function.Consumer<Slice> live)
                throws Problem;
    }

    /// A load test that came to its end.
    ///
    /// @param data name of the file whose rows were sent; empty where the server's own example was
    record Tested(LoadTesting.Outcome outcome, int run, Instant at, Optional<String> data) {}

    LoadViewModel(Desk desk, Engine engine) {
        this.desk = desk;
        this.engine = engine;
    }

    /// Tests that server from now on.
    void aim(URI url) {
        target = Optional.of(url);
    }

    /// Connections held open, as typed.
    StringProperty connections() {
        return connections;
    }

    /// Seconds measured, as typed.
    StringProperty seconds() {
        return seconds;
    }

    /// The service levels, as typed.
    StringProperty rules() {
        return rules;
    }

    /// The seconds of the test under way, or of the last one.
    ObservableList<Slice> slices() {
        return slices;
    }

    /// What came of it.
    ObjectProperty<Outcome<Tested>> outcome() {
        return outcome;
    }

    /// Whether the numbers typed can be used.
    boolean valid() {
        return number(connections, MOST_CONNECTIONS).isPresent()
                && number(seconds, MOST_SECONDS).isPresent();
    }

    /// Runs it, unless one is under way.
    void run() {
        if (target.isEmpty() || outcome.get().working() || !valid()) {
            return;
        }
        slices.clear();
        String url = target.get().toString();
        Optional<Path> rows = desk.shelf().reference().get();
        int held = number(connections, MOST_CONNECTIONS).orElseThrow();
        Duration measured = Duration.ofSeconds(number(seconds, MOST_SECONDS).orElseThrow());
        String levels = rules.get();
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("connections", held);
        settings.put("seconds", measured.toSeconds());
        settings.put("slo", levels);
        Recording recording =
                new Recording(
                        desk.history().workspace(), "loadtest", rows.stream().toList(), settings);
        desk.background()
                .run(
                        Phrase.of("task.loadtest"),
                        progress -> {
                            List<ServiceLevel> parsed = ServiceLevel.parse(levels);
                            LoadTesting.Plan plan =
                                    new LoadTesting.Plan(
                                            url,
                                            Map.of(),
                                            source(rows),
                                            shape ->
                                                    shape.withConnections(held)
                                                            .lasting(measured, WARM_UP),
                                            parsed);
                            Recording.Recorded<LoadTesting.Outcome> done =
                                    recording.of(
                                            step -> engine.run(plan, step, this::tell),
                                            this::end,
                                            progress);
                            return new Tested(
                                    done.result(),
                                    done.run(),
                                    Instant.now(),
                                    rows.map(file -> String.valueOf(file.getFileName())));
                        },
                        outcome);
    }

    /// Stops it.
    void cancel() {
        if (outcome.get() instanceof Outcome.Working<Tested>(var job)) {
            job.cancel();
        }
    }

    /// The line that does the same; empty while no server runs.
    Optional<String> commandLine() {
        return target.map(
                url ->
                        "gemwright loadtest "
                                + url
                                + desk.shelf()
                                        .reference()
                                        .get()
                                        .map(file -> " --data " + CommandLine.quoted(file))
                                        .orElse("")
                                + " --connections "
                                + CommandLine.quoted(connections.get())
                                + " --seconds "
                                + CommandLine.quoted(seconds.get())
                                + " --slo "
                                + CommandLine.quoted(rules.get()));
    }

    private static Optional<TableSource> source(Optional<Path> rows) throws Problem {
        return rows.isPresent()
                ? Optional.of(Data.open(rows.get(), ReadOptions.inferred()))
                : Optional.empty();
    }

    private void tell(Slice slice) {
        desk.background().later(() -> slices.add(slice));
    }

    private void end(Run run, LoadTesting.Outcome result) throws Problem {
        String summary =
                desk.language()
                        .say(
                                "loadtest.summary",
                                desk.language()
                                        .figures()
                                        .significant(result.result().measured().rps()),
                                desk.language()
                                        .figures()
                                        .significant(result.result().measured().latency().p99()));
        Map<String, @Nullable Object> json = result.result().asJson(result.verdicts());
        if (result.held()) {
            run.done(summary, json);
        } else {
            run.answeredNo(summary, json);
        }
        desk.background().later(desk.history()::refresh);
    }

    private static Optional<Integer> number(StringProperty typed, int most) {
        try {
            int number = Integer.parseInt(typed.get().strip());
            return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
