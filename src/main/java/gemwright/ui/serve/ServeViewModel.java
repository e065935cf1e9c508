package gemwright.ui.serve;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.serve.Pulse;
import gemwright.serve.Recent;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Health;
import gemwright.ui.desk.Tone;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.CommandLine;
import gemwright.ui.text.Phrase;
import gemwright.workbench.LoadTesting;
import gemwright.workbench.Serving;
import gemwright.workbench.Settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The server of the window: started, watched and stopped; what is tried with it and how it is
/// loaded are view models of their own.
final class ServeViewModel {
    private static final int LAST_SECONDS = 5;

    private final Desk desk;
    private final Engine engine;
    private final TryViewModel trial;
    private final LoadViewModel load;
    private final StringProperty tab = new SimpleStringProperty("try");
    private final ObjectProperty<Outcome<Started>> server =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Optional<Pulse>> pulse =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();
    private long logged;

    /// Puts models into service.
    interface Engine {
        /// Starts a server.
        Started start(Serving.Plan plan, Optional<Path> rows, Progress progress) throws Problem;

        /// Puts another file into service there.
        Started swap(Started before, Path file, Optional<Path> rows, Progress progress)
                throws Problem;

        /// The real one.
        static Engine real() {
            return new Engine() {
                @Override
                public Started start(Serving.Plan plan, Optional<Path> rows, Progress progress)
                        throws Problem {
                    return Starting.start(plan, rows, progress);
                }

                @Override
                public Started swap(
                        Started before, Path file, Optional<Path> rows, Progress progress)
                        throws Problem {
                    return Starting.swap(before, file, rows, progress);
                }
            };
        }
    }

    ServeViewModel(Desk desk) {
        this(desk, Engine.real(), new Client()::post, LoadTesting::run);
    }

    ServeViewModel(
            Desk desk, Engine engine, TryViewModel.Poster poster, LoadViewModel.Engine loadEngine) {
        this.desk = desk;
        this.engine = engine;
        this.trial = new TryViewModel(desk, poster);
        this.load = new LoadViewModel(desk, loadEngine);
        addActions();
        server.subscribe(this::follow);
        desk.lineage().active().subscribe(_ -> look());
    }

    private void addActions() {
        Action start = new Action("serve.run", Action.Menu.RUN, Feather.RADIO, this::start);
        Action stop = new Action("serve.stop", Action.Menu.RUN, Feather.SQUARE, this::stop);
        Runnable allow =
                () -> {
                    start.obstacle()
                            .set(
                                    desk.lineage().file().isPresent()
                                            ? busy()
                                            : Optional.of(Phrase.of("obstacle.noModel")));
                    stop.obstacle()
                            .set(
                                    server.get().found().isPresent()
                                            ? Optional.empty()
                                            : Optional.of(Phrase.of("obstacle.notServing")));
                };
        desk.lineage().active().subscribe(_ -> allow.run());
        server.subscribe(_ -> allow.run());
        allow.run();
        desk.actions().add(start.commandLine(this::commandLine).subject(this::name));
        desk.actions().add(stop);
    }

    private Optional<Phrase> busy() {
        boolean busy = server.get().working() || server.get().found().isPresent();
        return busy ? Optional.of(Phrase.of("obstacle.underWay")) : Optional.empty();
    }

    private Optional<String> name() {
        return desk.lineage().active().get().map(variant -> variant.label());
    }

    /// The server: none, starting, running, or why it could not start.
    ObjectProperty<Outcome<Started>> server() {
        return server;
    }

    /// The tab shown.
    StringProperty tab() {
        return tab;
    }

    /// What is tried with the server.
    TryViewModel trial() {
        return trial;
    }

    /// How the server is loaded.
    LoadViewModel load() {
        return load;
    }

    /// How it has been doing in the last minute; empty where none runs.
    ObjectProperty<Optional<Pulse>> pulse() {
        return pulse;
    }

    /// The requests of the last minutes, the newest first.
    ObservableList<Recent> recent() {
        return recent;
    }

    /// The port that the settings ask for.
    int port() {
        return Math.toIntExact(desk.choices().settings().get().whole(Settings.PORT));
    }

    /// The file in hand, where another one is in service.
    Optional<Path> other() {
        return server.get()
                .found()
                .flatMap(
                        started ->
                                desk.lineage().file().filter(file -> !file.equals(started.file())));
    }

    /// Starts serving the model in hand on the port of the settings.
    void start() {
        Optional<Path> inHand = desk.lineage().file();
        if (inHand.isEmpty() || busy().isPresent()) {
            return;
        }
        Path file = inHand.get();
        Settings settings = desk.choices().settings().get();
        Optional<Path> log =
                settings.flag(Settings.LOG_PREDICTIONS)
                        ? Optional.of(desk.history().workspace().logs())
                        : Optional.empty();
        Optional<Path> rows = desk.shelf().reference().get();
        int port = port();
        desk.background()
                .run(
                        Phrase.of("task.serve", String.valueOf(file.getFileName())),
                        progress ->
                                engine.start(
                                        new Serving.Plan(
                                                Serving.named(List.of(file.toString())),
                                                settings.text(Settings.HOST),
                                                OptionalInt.of(port),
                                                log,
                                                new Serving.Grpc.Off(),
                                                Optional.empty()),
                                        rows,
                                        progress),
                        server);
    }

    /// The free port that a refusal names, where the one wanted is taken.
    Optional<Integer> freePort() {
        if (!(server.get() instanceof Outcome.Failed<Started>(Problem problem))) {
            return Optional.empty();
        }
        List<Object> arguments = problem.parts().getFirst().arguments();
        return switch (problem.key()) {
            case "serve.portTaken", "serve.portTakenBy" ->
                    Optional.of(String.valueOf(arguments.getLast()))
                            .filter(port -> port.matches("[0-9]{1,5}"))
                            .map(Integer::valueOf);
            default -> Optional.empty();
        };
    }

    /// Takes that port from now on, and starts.
    void startOn(int port) {
        desk.choices().choose(Settings.PORT, (long) port);
        start();
    }

    /// Puts the model in hand into service instead of the other one.
    void swap() {
        Optional<Path> file = other();
        Optional<Started> before = server.get().found();
        if (file.isEmpty() || before.isEmpty()) {
            return;
        }
        Optional<Path> rows = desk.shelf().reference().get();
        desk.background()
                .run(
                        Phrase.of("task.serve", String.valueOf(file.get().getFileName())),
                        progress -> engine.swap(before.get(), file.get(), rows, progress),
                        now -> server.set(new Outcome.Ready<>(now)),
                        problem ->
                                desk.notices()
                                        .status(
                                                Tone.DANGER,
                                                Phrase.verbatim(
                                                        problem.render(desk.language().problems())
                                                                .getFirst())));
    }

    /// Answers what has arrived, and closes the server.
    void stop() {
        Optional<Started> running = server.get().found();
        if (running.isPresent()) {
            load.cancel();
            server.set(new Outcome.Nothing<>());
            desk.background()
                    .run(
                            Phrase.of("task.stop"),
                            _ -> {
                                running.get().endpoint().close();
                                return running.get();
                            },
                            was ->
                                    desk.notices()
                                            .status(
                                                    Tone.SUCCESS,
                                                    Phrase.of(
                                                            "status.stopped",
                                                            Integer.toString(was.port()))),
                            _ -> {});
        }
    }

    /// Looks at the server once more; called every second while one runs.
    void tick() {
        server.get().found().ifPresent(this::read);
    }

    private void read(Started running) {
        Pulse now = running.endpoint().pulse();
        pulse.set(Optional.of(now));
        desk.health().serving().set(Optional.of(new Health.Serving(running.port(), rate(now))));
        List<Recent> list = running.endpoint().recent();
        boolean same =
                list.size() == recent.size()
                        && (list.isEmpty() || list.getFirst().equals(recent.getFirst()));
        if (!same) {
            recent.setAll(list);
        }
        long written = running.endpoint().logged().written();
        if (written != logged && desk.screen().get().equals("serve")) {
            logged = written;
            desk.notices()
                    .status(
                            Tone.SUCCESS,
                            Phrase.of("status.logged", desk.language().figures().count(written)));
        }
    }

    /// Requests a second over the last five seconds.
    static double rate(Pulse pulse) {
        List<Pulse.Second> seconds = pulse.seconds();
        return seconds.subList(Math.max(0, seconds.size() - LAST_SECONDS), seconds.size()).stream()
                        .mapToLong(Pulse.Second::requests)
                        .sum()
                / (double) LAST_SECONDS;
    }

    /// The line that serves the model in hand.
    Optional<String> commandLine() {
        return desk.lineage()
                .file()
                .map(
                        file ->
                                "gemwright serve "
                                        + CommandLine.quoted(file)
                                        + " --port "
                                        + port()
                                        + " --log "
                                        + (desk.choices()
                                                        .settings()
                                                        .get()
                                                        .flag(Settings.LOG_PREDICTIONS)
                                                ? CommandLine.quoted(
                                                        desk.history().workspace().logs())
                                                : "off"));
    }

    private void follow(Outcome<Started> now) {
        Optional<Started> running = now.found();
        if (running.isPresent()) {
            trial.aim(running.get().predict(), running.get().form(), running.get().example());
            load.aim(running.get().endpoint().url());
            logged = 0;
            read(running.get());
        } else {
            pulse.set(Optional.empty());
            recent.clear();
            desk.health().serving().set(Optional.empty());
        }
    }

    private void look() {
        if (server.get() instanceof Outcome.Failed<Started>) {
            server.set(new Outcome.Nothing<>());
        }
    }
}
