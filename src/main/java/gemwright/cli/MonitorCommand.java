package gemwright.cli;

import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.drift.ColumnReport;
import gemwright.drift.DriftOptions;
import gemwright.workbench.Monitoring;
import gemwright.workbench.Watching;
import gemwright.workbench.Windows;
import gemwright.workbench.alert.Watch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `gemwright monitor`: watches a prediction log window by window and alerts by rules.
@Command(name = "monitor", resourceBundle = "gemwright.cli.texts")
final class MonitorCommand extends Subcommand {
    @Parameters(paramLabel = "LOG", descriptionKey = "monitor.log")
    private Path log;

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "DATA",
            descriptionKey = "monitor.reference")
    private Path reference;

    @Option(names = "--alerts", paramLabel = "FILE", descriptionKey = "monitor.alerts")
    private Optional<Path> alerts = Optional.empty();

    @Option(names = "--window", paramLabel = "1h|1000", descriptionKey = "monitor.window")
    private String window = "1h";

    @Option(names = "--once", descriptionKey = "monitor.once")
    private boolean once;

    @Option(names = "--every", paramLabel = "30s", descriptionKey = "monitor.every")
    private String every = "30s";

    @Option(names = "--dry-run", descriptionKey = "monitor.dryRun")
    private boolean dryRun;

    @Option(names = "--columns", paramLabel = "FILE", descriptionKey = "monitor.columns")
    private Optional<Path> columns = Optional.empty();

    @Option(names = "--actuals", paramLabel = "DATA", descriptionKey = "monitor.actuals")
    private Optional<Path> actuals = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        DriftOptions.Window length =
                Windows.parse(window)
                        .orElseThrow(() -> new Usage(texts().of("drift.noWindow", window)));
        Duration pause =
                Windows.span(every)
                        .orElseThrow(() -> new Usage(texts().of("monitor.noPause", every)));
        Watch watch =
                alerts.isPresent()
                        ? Watch.by(alerts.get(), dryRun, Clock.systemUTC())
                        : Watch.idle();
        Watching.Plan plan = new Watching.Plan(reference, List.of(log), actuals, options(watch));
        Monitoring monitoring = new Monitoring(plan, length, watch);
        boolean[] fired = {false};
        do {
            monitoring.pass(
                    once,
                    console.progress(),
                    seen -> {
                        fired[0] |= seen.fired();
                        tell(console, seen);
                    });
        } while (!once && waited(pause));
        return once && fired[0] ? Cli.NO : Cli.DONE;
    }

    private DriftOptions options(Watch watch) throws Problem {
        DriftOptions usual = DriftOptions.recommended();
        return new DriftOptions(
                usual.rules(),
                columns.isPresent() ? Watching.choices(columns.get()) : usual.columns(),
                usual.methods(),
                usual.thresholds(),
                usual.share(),
                watch.everyMethod(),
                Optional.empty());
    }

    private static boolean waited(Duration pause) {
        try {
            return !new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(Console console, Monitoring.Seen seen) {
        if (console.json()) {
            console.json(seen.json(language()));
        } else {
            List<String> drifted =
                    seen.measured().report().columns().stream()
                            .filter(ColumnReport::drifted)
                            .map(ColumnReport::name)
                            .toList();
            console.line(
                    texts().of(
                                    "monitor.window.line",
                                    seen.from().map(Object::toString).orElse("#" + seen.number()),
                                    seen.measured().report().currentRows(),
                                    drifted.isEmpty() ? "–" : String.join(", ", drifted)));
        }
        seen.results().forEach(result -> tell(console, result));
    }

    private void tell(Console console, Watch.Result result) {
        if (!console.json()) {
            console.line(
                    texts().of(
                                    "monitor.state." + result.state().name(),
                                    result.rule(),
                                    String.join(", ", result.sent())));
        }
        Texts problems = Texts.problems(language());
        result.failed().forEach(problem -> problem.render(problems).forEach(console::note));
    }
}
