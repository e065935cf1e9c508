package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Home;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.compare.ComparisonOptions;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.drift.ColumnReport;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.loadtest.ServiceLevel;
import gemwright.quantize.QuantizationOptions;
import gemwright.report.Provenance;
import gemwright.serve.Endpoint;
import gemwright.source.ConvertOptions;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The whole journey on the bundled sample: open, convert, shrink, compare, serve, load, log,
/// drift, report.
///
/// Every artefact is left in one folder, so that a newcomer can look at each. Servers listen on
/// loopback, on a free port, and are closed before this returns.
public final class Tour {
    /// What a server has to keep.
    private static final String LEVELS = "p99<200ms,errors<0.1%,rps>100";

    private static final int STATIONS = 7;

    private final Path sample;
    private final Path folder;
    private final Locale language;
    private final Progress progress;
    private final List<Station> stations = new ArrayList<>();

    private Tour(Path sample, Path folder, Locale language, Progress progress) {
        this.sample = sample;
        this.folder = folder;
        this.language = language;
        this.progress = progress;
    }

    /// What came out at one station.
    ///
    /// @param name the verb: `scan`, `convert`, `quantize` …
    /// @param good whether it went as hoped; drift that was found is good news for a tour
    /// @param files what it left in the folder
    /// @param found the figures, as the verb's own JSON answer names them
    public record Station(
            String name,
            boolean good,
            double seconds,
            List<String> files,
            Map<String, @Nullable Object> found) {
        public Station {
            files = List.copyOf(files);
        }
    }

    /// The stations, in their order.
    public record Result(Path folder, List<Station> stations, double seconds) {
        public Result {
            stations = List.copyOf(stations);
        }

        /// Whether every station went as hoped.
        public boolean good() {
            return stations.stream().allMatch(Station::good);
        }

        /// For `tour --json`.
        public Map<String, @Nullable Object> toJson() {
            return Json.object(
                    "folder",
                    folder,
                    "good",
                    good(),
                    "seconds",
                    seconds,
                    "stations",
                    stations.stream()
                            .map(
                                    one ->
                                            Json.object(
                                                    "name", one.name(),
                                                    "good", one.good(),
                                                    "seconds", one.seconds(),
                                                    "files", one.files(),
                                                    "found", one.found()))
                            .toList());
        }
    }

    /// One station's work.
    private interface Work {
        Station at(long start) throws Problem;
    }

    /// Walks the journey.
    ///
    /// @param folder takes the artefacts; made where it is missing
    /// @param language of the report
    /// @throws Problem where the sample is not installed, or a station fails
    public static Result run(Path folder, Locale language, Progress progress) throws Problem {
        Path samples =
                Home.samples().orElseThrow(() -> Problem.of("tour.noSample", "sample-models"));
        Tour tour = new Tour(samples.resolve("employment"), folder, language, progress);
        long start = System.nanoTime();
        tour.walk();
        return new Result(folder, tour.stations, seconds(start));
    }

    private void walk() throws Problem {
        station(this::scan);
        station(this::convert);
        station(this::quantize);
        station(this::compare);
        station(this::loadTest);
        station(this::serve);
        station(this::drift);
    }

    private void station(Work work) throws Problem {
        progress.step("touring", stations.size(), STATIONS);
        stations.add(work.at(System.nanoTime()));
    }

    private Station scan(long start) throws Problem {
        Path model = sample.resolve("employment.joblib");
        Inspection inspection = Inspection.of(model, false, progress);
        boolean safe = inspection.safety().findings().isEmpty();
        return done(
                "scan",
                safe,
                start,
                List.of(),
                Json.object(
                        "format", inspection.format(),
                        "verdict", inspection.safety().verdict().id(),
                        "requirements", inspection.requirements(),
                        "parameters", inspection.parameters(),
                        "inputs", inspection.inputs().size()));
    }

    private Station convert(long start) throws Problem {
        Conversion.Result result =
                Conversion.run(
                        new Conversion.Request(
                                sample.resolve("employment.joblib"),
                                folder.resolve("model.onnx"),
                                ConvertOptions.usual(),
                                Optional.of(reference())),
                        progress);
        List<Map<String, @Nullable Object>> outputs =
                result.check().map(AnswerCheck::outputs).orElse(List.of()).stream()
                        .map(
                                output ->
                                        Json.object(
                                                "name", output.output(),
                                                "agreement", output.agreement(),
                                                "maxAbs", output.maxAbs()))
                        .toList();
        return done(
                "convert",
                result.written(),
                start,
                List.of("model.onnx"),
                Json.object(
                        "opset", result.opset(),
                        "rows", result.check().map(AnswerCheck::rows),
                        "outputs", outputs));
    }

    private Station quantize(long start) throws Problem {
        Quantizing.Result result =
                Quantizing.quantize(
                        new Quantizing.Request(
                                folder.resolve("model.onnx"),
                                folder.resolve("model-int8.onnx"),
                                "dynamic-int8",
                                QuantizationOptions.usual(),
                                Optional.empty(),
                                Optional.of(reference()),
                                Optional.of("employed"),
                                ComparisonOptions.usual().withTiming(Duration.ofMillis(500)),
                                OptionalDouble.of(0.01)),
                        progress);
        return done(
                "quantize",
                result.written(),
                start,
                List.of("model-int8.onnx"),
                QuantizationJson.of(result, Texts.problems(language)));
    }

    private Station compare(long start) throws Problem {
        Comparing.Result result =
                Comparing.compare(
                        new Comparing.Request(
                                folder.resolve("model.onnx"),
                                folder.resolve("model-int8.onnx"),
                                reference(),
                                Optional.of("employed"),
                                ComparisonOptions.usual()),
                        progress);
        Map<String, @Nullable Object> found = ComparisonJson.of(result);
        AtomicFile.writeText(folder.resolve("comparison.json"), Json.write(found) + "\n");
        return done("compare", true, start, List.of("comparison.json"), found);
    }

    /// On a server of its own without a log: made-up load is no prediction to watch.
    private Station loadTest(long start) throws Problem {
        try (Endpoint endpoint = serving(Optional.empty())) {
            LoadTesting.Plan plan =
                    new LoadTesting.Plan(
                            endpoint.url().toString(),
                            Map.of(),
                            Optional.of(Data.open(production(), ReadOptions.inferred())),
                            shape ->
                                    shape.withConnections(16)
                                            .lasting(Duration.ofSeconds(3), Duration.ofSeconds(2)),
                            ServiceLevel.parse(LEVELS));
            LoadTesting.Outcome outcome = LoadTesting.run(plan, progress, slice -> {});
            return done(
                    "loadtest",
                    outcome.held(),
                    start,
                    List.of(),
                    outcome.result().asJson(outcome.verdicts()));
        }
    }

    private Station serve(long start) throws Problem {
        Path log = folder.resolve("log");
        try (Endpoint endpoint = serving(Optional.of(log))) {
            long answered =
                    Requests.send(
                            endpoint.url(),
                            Data.open(production(), ReadOptions.inferred()),
                            List.of("id", "timestamp"),
                            progress);
            return done(
                    "serve",
                    answered > 0,
                    start,
                    List.of("log"),
                    Json.object("predictions", answered));
        }
    }

    private Station drift(long start) throws Problem {
        Watching.Plan plan =
                new Watching.Plan(
                        reference(), List.of(folder.resolve("log")), DriftOptions.recommended());
        DriftReport report = Watching.watch(plan, progress);
        Provenance provenance = Reporting.provenance(plan, progress);
        for (String file : List.of("drift.json", "drift.pdf")) {
            Reporting.write(report, provenance, folder.resolve(file), language, progress);
        }
        List<String> drifted =
                report.columns().stream()
                        .filter(ColumnReport::drifted)
                        .map(ColumnReport::name)
                        .toList();
        return done(
                "drift",
                true,
                start,
                List.of("drift.json", "drift.pdf"),
                Json.object(
                        "decision", report.decision().word(),
                        "drifted", drifted,
                        "columns", report.columns().size()));
    }

    private Endpoint serving(Optional<Path> log) throws Problem {
        return Serving.start(
                new Serving.Plan(
                        Map.of("employment", folder.resolve("model.onnx")),
                        "127.0.0.1",
                        OptionalInt.empty(),
                        log,
                        new Serving.Grpc.Off(),
                        Optional.empty()),
                progress);
    }

    private Path reference() {
        return sample.resolve("reference.csv");
    }

    private Path production() {
        return sample.resolve("production.csv");
    }

    private static Station done(
            String name,
            boolean good,
            long start,
            List<String> files,
            Map<String, @Nullable Object> found) {
        return new Station(name, good, seconds(start), files, found);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
