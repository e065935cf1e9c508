package gemwright.ui.home;

import gemwright.base.Home;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Health;
import gemwright.ui.desk.Sample;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Phrase;
import gemwright.workbench.RecentFiles;
import gemwright.workbench.RunRecord;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the first screen shows: the stations of the model in hand, the samples, the recent files
/// and runs.
final class HomeViewModel {
    private final Desk desk;
    private final List<Sample> samples;
    private final ObjectProperty<List<Station>> stations = new SimpleObjectProperty<>(List.of());

    HomeViewModel(Desk desk) {
        this(desk, Home.samples());
    }

    HomeViewModel(Desk desk, Optional<Path> sampleFolder) {
        this.desk = desk;
        this.samples = sampleFolder.map(Sample::in).orElse(List.of());
        desk.lineage().active().subscribe(_ -> walk());
        desk.health().serving().subscribe(_ -> walk());
        desk.health().drifted().subscribe(_ -> walk());
        desk.history().runs().addListener((ListChangeListener<RunRecord>) _ -> walk());
        walk();
    }

    /// The samples that are installed.
    List<Sample> samples() {
        return samples;
    }

    /// The stations, from opening to monitoring.
    ObjectProperty<List<Station>> stations() {
        return stations;
    }

    /// The first station that was not reached yet; empty where all were.
    Optional<Station> next() {
        return stations.get().stream().filter(one -> one.verdict().isEmpty()).findFirst();
    }

    /// Opens a sample: its model in hand, and with it its data on the shelf.
    void open(Sample sample) {
        desk.intake().take(List.of(sample.model()), false);
    }

    private void walk() {
        stations.set(
                List.of(
                        opened(),
                        run("convert", "convert", Feather.REPEAT, List.of("convert")),
                        run(
                                "quantize",
                                "compare",
                                Feather.MINIMIZE_2,
                                List.of("quantize", "compare")),
                        served(),
                        monitored()));
    }

    private Station opened() {
        return new Station(
                "inspect",
                "open",
                Feather.SHIELD,
                desk.lineage().file().isPresent() ? Tone.SUCCESS : Tone.NEUTRAL,
                desk.lineage().file().map(_ -> Phrase.of("station.opened")),
                desk.lineage().path().stream()
                        .findFirst()
                        .map(first -> Phrase.verbatim(seen(first.file())))
                        .orElse(Phrase.of("station.open.what")));
    }

    private String seen(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return desk.history().files().stream()
                .filter(entry -> entry.path().equals(whole))
                .map(RecentFiles.Entry::detail)
                .findFirst()
                .orElse("");
    }

    private Station run(String screen, String name, Feather icon, List<String> kinds) {
        Optional<RunRecord> last = last(kinds);
        return new Station(
                screen,
                name,
                icon,
                last.map(run -> RunLine.tone(run.state())).orElse(Tone.NEUTRAL),
                last.map(run -> RunLine.station(run.state())),
                last.map(run -> Phrase.of("station.run", Integer.toString(run.number())))
                        .orElse(Phrase.of("station." + name + ".what")));
    }

    private Station served() {
        Optional<Health.Serving> server = desk.health().serving().get();
        return new Station(
                "serve",
                "serve",
                Feather.RADIO,
                server.isPresent() ? Tone.SUCCESS : Tone.NEUTRAL,
                server.map(_ -> Phrase.of("station.running")),
                server.map(
                                one ->
                                        Phrase.of(
                                                "station.rate",
                                                desk.language()
                                                        .figures()
                                                        .significant(one.requestsPerSecond()),
                                                Integer.toString(one.port())))
                        .orElse(Phrase.of("station.serve.what")));
    }

    private Station monitored() {
        Optional<RunRecord> last =
                desk.lineage().file().isPresent()
                        ? last(List.of("drift")).or(this::lastOfReference)
                        : Optional.empty();
        int drifted = desk.health().drifted().get();
        return new Station(
                "drift",
                "monitor",
                Feather.ACTIVITY,
                last.map(run -> RunLine.tone(run.state())).orElse(Tone.NEUTRAL),
                last.map(
                        run ->
                                drifted > 0
                                        ? Phrase.of("station.drifted", drifted)
                                        : RunLine.station(run.state())),
                last.map(run -> Phrase.of("station.run", Integer.toString(run.number())))
                        .orElse(Phrase.of("station.monitor.what")));
    }

    // Drift is found in data: the model itself need not go into the run.
    private Optional<RunRecord> lastOfReference() {
        Optional<String> reference = desk.shelf().reference().get().map(Path::toString);
        return desk.history().runs().stream()
                .filter(run -> run.kind().equals("drift"))
                .filter(
                        run ->
                                run.inputs().stream()
                                        .anyMatch(
                                                it ->
                                                        reference
                                                                .filter(it.path()::equals)
                                                                .isPresent()))
                .findFirst();
    }

    /// The last run of one of the kinds that one of the model's files went into.
    private Optional<RunRecord> last(List<String> kinds) {
        List<String> files =
                desk.lineage().variants().stream().map(one -> one.file().toString()).toList();
        return desk.history().runs().stream()
                .filter(run -> kinds.contains(run.kind()))
                .filter(
                        run ->
                                run.inputs().stream()
                                        .anyMatch(input -> files.contains(input.path())))
                .findFirst();
    }
}
