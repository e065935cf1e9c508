package gemwright.cli;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.TableSource;
import gemwright.loadtest.Latencies;
import gemwright.loadtest.LoadPlan;
import gemwright.loadtest.LoadResult;
import gemwright.loadtest.ServiceLevel;
import gemwright.loadtest.Sweep;
import gemwright.workbench.LoadTesting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `gemwright loadtest URL`: measures a server and judges it by rules.
@Command(name = "loadtest", resourceBundle = "gemwright.cli.texts")
final class LoadTestCommand extends Subcommand {
    private static final int MOST_CONNECTIONS = 4_096;
    private static final int USUAL_CONNECTIONS = 64;
    private static final int SWEPT_CONNECTIONS = 256;
    private static final double MOST_SECONDS = 3_600;

    @Parameters(index = "0", paramLabel = "URL", descriptionKey = "loadtest.url")
    private String url = "";

    @Option(names = "--data", paramLabel = "DATA", descriptionKey = "loadtest.data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--connections", paramLabel = "N", descriptionKey = "loadtest.connections")
    private Optional<Integer> connections = Optional.empty();

    @Option(names = "--sweep", descriptionKey = "loadtest.sweep")
    private boolean sweep;

    @Option(names = "--rate", paramLabel = "R", descriptionKey = "loadtest.rate")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            descriptionKey = "loadtest.seconds")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "2",
            descriptionKey = "loadtest.warmUp")
    private double warmUp;

    @Option(names = "--slo", paramLabel = "RULES", descriptionKey = "loadtest.slo")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--token", paramLabel = "FILE", descriptionKey = "loadtest.token")
    private Optional<Path> token = Optional.empty();

    @Option(names = "--hgrm", paramLabel = "FILE", descriptionKey = "loadtest.hgrm")
    private Optional<Path> hgrm = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        requireRanges();
        List<ServiceLevel> levels = levels();
        Optional<TableSource> source = Optional.empty();
        if (data.isPresent()) {
            source = Optional.of(Data.open(data.get(), ReadOptions.inferred()));
        }
        LoadTesting.Plan plan = new LoadTesting.Plan(url, headers(), source, this::shaped, levels);
        if (sweep) {
            return sweep(console, plan);
        }
        LoadTesting.Outcome outcome = LoadTesting.run(plan, console.progress(), slice -> {});
        if (hgrm.isPresent()) {
            AtomicFile.writeText(hgrm.get(), outcome.result().distribution().hgrm());
        }
        if (console.json()) {
            console.json(outcome.result().asJson(outcome.verdicts()));
        } else {
            print(console, outcome);
        }
        return outcome.held() ? Cli.DONE : Cli.NO;
    }

    private int sweep(Console console, LoadTesting.Plan plan) throws Problem {
        if (rate.isPresent() || hgrm.isPresent()) {
            throw new Usage(texts().of("loadtest.sweepAlone"));
        }
        Sweep found =
                LoadTesting.sweep(
                        plan,
                        Sweep.upTo(connections.orElse(SWEPT_CONNECTIONS)),
                        console.progress());
        if (console.json()) {
            console.json(found.asJson());
        } else {
            print(console, found, !plan.levels().isEmpty());
        }
        return found.held().isPresent() ? Cli.DONE : Cli.NO;
    }

    private static void print(Console console, Sweep found, boolean judged) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "rps", "p50 ms", "p99 ms", console.texts().of("loadtest.errors")));
        for (Sweep.Step step : found.steps()) {
            rows.add(
                    List.of(
                            Integer.toString(step.connections()),
                            figure(step.measured().rps()),
                            figure(step.measured().latency().p50()),
                            figure(step.measured().latency().p99()),
                            Long.toString(step.measured().errors())));
        }
        console.table(rows);
        found.knee().ifPresent(knee -> console.line(console.texts().of("loadtest.knee", knee)));
        if (judged && found.held().isPresent()) {
            int most = found.held().getAsInt();
            console.line(console.texts().of("loadtest.sweepHeld", most));
        } else if (judged) {
            console.line(console.texts().of("loadtest.sweepMissed"));
        }
    }

    private void requireRanges() {
        int wanted = connections.orElse(USUAL_CONNECTIONS);
        boolean fits =
                wanted >= 1
                        && wanted <= MOST_CONNECTIONS
                        && seconds > 0
                        && seconds <= MOST_SECONDS
                        && warmUp >= 0
                        && warmUp <= MOST_SECONDS
                        && rate.orElse(1.0) > 0
                        && rate.orElse(1.0) <= 1e6;
        if (!fits) {
            throw new Usage(texts().of("loadtest.ranges"));
        }
    }

    /// Rules that are none are wrong usage, whatever else the engine calls them.
    private List<ServiceLevel> levels() {
        try {
            return rules.isPresent() ? ServiceLevel.parse(rules.get()) : List.of();
        } catch (Problem noRules) {
            List<String> lines = noRules.render(Texts.problems(language()));
            throw new Usage("--slo: " + String.join("\n", lines));
        }
    }

    private Map<String, String> headers() throws Problem {
        if (token.isEmpty()) {
            return Map.of();
        }
        try {
            return Map.of("Authorization", "Bearer " + Files.readString(token.get()).strip());
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", token.get(), String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    private LoadPlan shaped(LoadPlan plan) {
        LoadPlan shaped =
                plan.withConnections(connections.orElse(USUAL_CONNECTIONS))
                        .lasting(duration(seconds), duration(warmUp));
        return rate.isPresent() ? shaped.withRate(rate.get()) : shaped;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static void print(Console console, LoadTesting.Outcome outcome) {
        LoadResult result = outcome.result();
        LoadResult.Part measured = result.measured();
        console.line(
                console.texts()
                        .of(
                                result.plan().rate().isPresent()
                                        ? "loadtest.openLoop"
                                        : "loadtest.closedLoop",
                                result.plan().connections(),
                                result.plan().rate().orElse(0)));
        console.line(
                console.texts()
                        .of(
                                "loadtest.counts",
                                measured.requests(),
                                measured.errors(),
                                figure(measured.errorPercent()),
                                figure(measured.rps())));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ms", "p50", "p90", "p95", "p99", "p99.9", "max"));
        rows.add(row(console.texts().of("loadtest.latency"), measured.latency()));
        rows.add(row(console.texts().of("loadtest.service"), measured.service()));
        rows.add(row(console.texts().of("loadtest.warmUpRow"), result.warmUp().latency()));
        console.table(rows);
        if (result.queued()) {
            console.note(console.texts().of("loadtest.queued", result.unsent()));
        }
        result.server()
                .ifPresent(
                        times ->
                                console.line(
                                        console.texts()
                                                .of(
                                                        "loadtest.server",
                                                        figure(times.total()),
                                                        figure(times.queue()),
                                                        figure(times.model()),
                                                        figure(times.rest()))));
        console.note(console.texts().of("loadtest.cpu", figure(result.clientCpu())));
        for (ServiceLevel.Verdict verdict : outcome.verdicts()) {
            console.line(
                    console.texts()
                            .of(
                                    verdict.held() ? "loadtest.held" : "loadtest.missed",
                                    verdict.level().rule(),
                                    figure(verdict.value()),
                                    verdict.level().metric().unit()));
        }
    }

    private static List<String> row(String name, Latencies ms) {
        return List.of(
                name,
                figure(ms.p50()),
                figure(ms.p90()),
                figure(ms.p95()),
                figure(ms.p99()),
                figure(ms.p999()),
                figure(ms.max()));
    }

    /// Three significant digits.
    private static String figure(double value) {
        if (value == 0) {
            return "0";
        }
        int digits = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%." + Math.clamp(digits, 0, 6) + "f", value);
    }
}
