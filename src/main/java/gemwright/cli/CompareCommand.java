package gemwright.cli;

import gemwright.base.AtomicFile;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.compare.Comparison;
import gemwright.compare.ComparisonOptions;
import gemwright.compare.OutputDifference;
import gemwright.compare.Task;
import gemwright.workbench.Comparing;
import gemwright.workbench.ComparisonJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `gemwright compare A B --data DATA`: what B does differently from A.
@Command(name = "compare", resourceBundle = "gemwright.cli.texts")
final class CompareCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "A", descriptionKey = "compare.a")
    private Path a = Path.of("");

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "compare.b")
    private Path b = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "DATA", descriptionKey = "compare.data")
    private Path data = Path.of("");

    @Option(names = "--labels", paramLabel = "COLUMN|FILE", descriptionKey = "compare.labels")
    private Optional<String> labels = Optional.empty();

    @Option(names = "--output", paramLabel = "NAME", descriptionKey = "compare.output")
    private Optional<String> output = Optional.empty();

    @Option(names = "--state", paramLabel = "IN=OUT", descriptionKey = "compare.state")
    private Map<String, String> states = new LinkedHashMap<>();

    @Option(names = "--tolerance", paramLabel = "T", descriptionKey = "compare.tolerance")
    private Optional<Double> tolerance = Optional.empty();

    @Option(names = "-o", paramLabel = "REPORT.json", descriptionKey = "compare.report")
    private Optional<Path> report = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        if (report.isPresent()
                && !report.get().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new Usage(texts().of("compare.onlyJson", report.get()));
        }
        ComparisonOptions options = ComparisonOptions.usual().withOutput(output).withStates(states);
        Comparing.Result result =
                Comparing.compare(
                        new Comparing.Request(a, b, data, labels, options), console.progress());
        Map<String, ?> document = ComparisonJson.of(result);
        if (report.isPresent()) {
            AtomicFile.writeText(report.get(), Json.write(document) + "\n");
        }
        if (console.json()) {
            console.json(document);
        } else {
            print(console, result);
        }
        boolean equal = tolerance.isEmpty() || result.comparison().within(tolerance.get());
        return equal ? Cli.DONE : Cli.NO;
    }

    private static void print(Console console, Comparing.Result result) {
        Comparison comparison = result.comparison();
        Texts texts = console.texts();
        console.line(texts.of("compare.samples", comparison.samples()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(texts.of("compare.head").split("\\|")));
        for (OutputDifference each : comparison.outputs()) {
            rows.add(
                    List.of(
                            each.name(),
                            Figures.short4(each.maxAbs()),
                            Figures.short4(each.meanAbs()),
                            Figures.short4(each.rmse()),
                            Figures.short4(each.cosine()),
                            Figures.short4(each.sqnrDb()),
                            Figures.short4(each.labelAgreement())));
        }
        console.table(rows);
        console.line(sentence(comparison.task(), texts));
        console.line(
                texts.of(
                        "compare.latency",
                        Figures.millis(comparison.latencyA().p50()),
                        Figures.millis(comparison.latencyA().p99()),
                        Figures.millis(comparison.latencyB().p50()),
                        Figures.millis(comparison.latencyB().p99())));
        console.line(
                texts.of(
                        "compare.size",
                        Figures.bytes(result.bytesA()),
                        Figures.bytes(result.bytesB())));
    }

    /// `accuracy (label): A 0.9860, B 0.9840; B − A between -0.0089 and 0.0049; 3 rows flipped`.
    static String sentence(Task task, Texts texts) {
        return texts.of(
                task.labelled() ? "compare.labelled" : "compare.unlabelled",
                task.metric().name().toLowerCase(Locale.ROOT),
                task.output(),
                Figures.short4(task.a()),
                Figures.short4(task.b()),
                Figures.short4(task.interval().low()),
                Figures.short4(task.interval().high()),
                Long.toString(task.flipped()));
    }
}
