package gemwright.cli;

import gemwright.base.Problem;
import gemwright.drift.ColumnReport;
import gemwright.drift.DriftJson;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.drift.DriftTests;
import gemwright.drift.Rules;
import gemwright.drift.TestResult;
import gemwright.report.Provenance;
import gemwright.workbench.Reporting;
import gemwright.workbench.Watching;
import gemwright.workbench.Windows;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// `gemwright drift`: holds new data or a prediction log against reference data.
@Command(name = "drift", resourceBundle = "gemwright.cli.texts")
final class DriftCommand extends Subcommand {
    @Option(
            names = "--reference",
            required = true,
            paramLabel = "DATA",
            descriptionKey = "drift.reference")
    private Path reference;

    @Option(
            names = "--current",
            required = true,
            arity = "1..*",
            paramLabel = "DATA|LOG",
            descriptionKey = "drift.current")
    private List<Path> current = List.of();

    @Option(names = "--columns", paramLabel = "FILE", descriptionKey = "drift.columns")
    private Optional<Path> columns = Optional.empty();

    @Option(names = "--rules", paramLabel = "RULES", descriptionKey = "drift.rules")
    private String rules = Rules.RECOMMENDED.word();

    @Option(names = "--method", paramLabel = "[COLUMN=]METHOD", descriptionKey = "drift.method")
    private List<String> methods = List.of();

    @Option(names = "--threshold", paramLabel = "[COLUMN=]T", descriptionKey = "drift.threshold")
    private List<String> thresholds = List.of();

    @Option(names = "--share", paramLabel = "SHARE", descriptionKey = "drift.share")
    private Optional<Double> share = Optional.empty();

    @Option(names = "--all-methods", descriptionKey = "drift.allMethods")
    private boolean allMethods;

    @Option(names = "--window", paramLabel = "1h|1000", descriptionKey = "drift.window")
    private Optional<String> window = Optional.empty();

    @Option(names = "--actuals", paramLabel = "DATA", descriptionKey = "drift.actuals")
    private Optional<Path> actuals = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "REPORT",
            descriptionKey = "drift.output")
    private Optional<Path> output = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        DriftOptions options = options();
        output.ifPresent(this::requireKnownEnding);
        Watching.Plan plan = new Watching.Plan(reference, current, actuals, options);
        DriftReport report = Watching.watch(plan, console.progress());
        if (output.isPresent()) {
            Provenance provenance = Reporting.provenance(plan, console.progress());
            Reporting.write(report, provenance, output.get(), language(), console.progress());
        }
        if (console.json()) {
            console.json(DriftJson.of(report, language()));
        } else {
            print(console, report);
        }
        return report.drifted() ? Cli.NO : Cli.DONE;
    }

    private void requireKnownEnding(Path file) {
        if (Reporting.Format.of(file).isEmpty()) {
            throw new Usage(texts().of("drift.ending", file));
        }
    }

    private DriftOptions options() throws Problem {
        Rules chosen =
                Rules.of(rules).orElseThrow(() -> new Usage(texts().of("drift.noRules", rules)));
        Map<String, String> methodOf = new HashMap<>();
        for (String method : methods) {
            int equals = method.lastIndexOf('=');
            String name = method.substring(equals + 1);
            if (DriftTests.find(name).isEmpty()) {
                throw new Usage(texts().of("drift.noMethod", name, known()));
            }
            methodOf.put(method.substring(0, Math.max(0, equals)), name);
        }
        return new DriftOptions(
                chosen,
                columns.isPresent() ? Watching.choices(columns.get()) : Map.of(),
                methodOf,
                thresholds(),
                share.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                allMethods,
                window.map(this::window));
    }

    private static String known() {
        return String.join(" ", DriftTests.ALL.stream().map(test -> test.method()).toList());
    }

    private Map<String, Double> thresholds() {
        Map<String, Double> thresholdOf = new HashMap<>();
        for (String threshold : thresholds) {
            int equals = threshold.lastIndexOf('=');
            try {
                thresholdOf.put(
                        threshold.substring(0, Math.max(0, equals)),
                        Double.valueOf(threshold.substring(equals + 1)));
            } catch (NumberFormatException noNumber) {
                throw new Usage(texts().of("drift.noNumber", threshold));
            }
        }
        return thresholdOf;
    }

    private DriftOptions.Window window(String text) {
        return Windows.parse(text).orElseThrow(() -> new Usage(texts().of("drift.noWindow", text)));
    }

    private void print(Console console, DriftReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (ColumnReport column : report.ranked()) {
            rows.add(
                    List.of(
                            texts().of("drift.verdict." + column.verdict().word()),
                            column.name(),
                            column.kind().word(),
                            column.decisive().map(DriftCommand::score).orElse(""),
                            remarks(column)));
        }
        for (ColumnReport column : report.notJudged()) {
            rows.add(
                    List.of(
                            texts().of("drift.verdict.not-judged"),
                            column.name(),
                            column.kind().word(),
                            "",
                            column.error().map(reason -> reason.in(language())).orElse("")));
        }
        console.table(rows);
        long drifted = report.columns().stream().filter(ColumnReport::drifted).count();
        int judged = report.columns().size() - report.notJudged().size();
        console.line(
                texts().of(
                                "drift.sum",
                                drifted,
                                judged,
                                report.referenceRows(),
                                report.currentRows(),
                                texts().of("drift.decision." + report.decision().word())));
    }

    private static String score(TestResult test) {
        return String.format(
                Locale.ROOT,
                "%s %.3g (limit %.3g)",
                test.method(),
                test.outcome().score(),
                test.threshold().limit());
    }

    private String remarks(ColumnReport column) {
        return String.join(
                "; ", column.findings().stream().map(f -> f.reason().in(language())).toList());
    }
}
