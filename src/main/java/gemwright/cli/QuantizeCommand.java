package gemwright.cli;

import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.compare.Comparison;
import gemwright.compare.ComparisonOptions;
import gemwright.quantize.Decision;
import gemwright.quantize.QuantizationOptions;
import gemwright.quantize.Trial;
import gemwright.workbench.QuantizationJson;
import gemwright.workbench.Quantizing;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// `gemwright quantize MODEL -o OUT.onnx --method METHOD`: the same model with fewer bits, proved
/// before it is named a success.
@Command(name = "quantize", resourceBundle = "gemwright.cli.texts")
final class QuantizeCommand extends Subcommand {
    private static final Duration TIMING = Duration.ofMillis(300);

    @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "quantize.model")
    private Path model = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", descriptionKey = "quantize.out")
    private Path target = Path.of("");

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            descriptionKey = "quantize.method")
    private String method = "";

    @Option(names = "--calibration", paramLabel = "DATA", descriptionKey = "quantize.calibration")
    private Optional<Path> calibration = Optional.empty();

    @Option(names = "--evaluate", paramLabel = "DATA", descriptionKey = "quantize.evaluate")
    private Optional<Path> evaluate = Optional.empty();

    @Option(names = "--labels", paramLabel = "COLUMN|FILE", descriptionKey = "quantize.labels")
    private Optional<String> labels = Optional.empty();

    @Option(names = "--output", paramLabel = "NAME", descriptionKey = "quantize.output")
    private Optional<String> output = Optional.empty();

    @Option(names = "--state", paramLabel = "IN=OUT", descriptionKey = "quantize.state")
    private Map<String, String> states = new LinkedHashMap<>();

    @Option(names = "--max-drop", paramLabel = "FRACTION", descriptionKey = "quantize.maxDrop")
    private Optional<Double> maxDrop = Optional.empty();

    @Option(names = "--per-tensor", descriptionKey = "quantize.perTensor")
    private boolean perTensor;

    @Option(names = "--exclude", paramLabel = "NODE", descriptionKey = "quantize.exclude")
    private Set<String> exclude = new HashSet<>();

    @Override
    int run(Console console) throws Problem {
        if (maxDrop.isPresent() && !(maxDrop.get() >= 0 && maxDrop.get() <= 1)) {
            throw new Usage(texts().of("quantize.dropRange"));
        }
        if (maxDrop.isPresent() && evaluate.isEmpty() && calibration.isEmpty()) {
            throw new Usage(texts().of("quantize.dropNeedsRows"));
        }
        Quantizing.Request request =
                new Quantizing.Request(
                        model,
                        target,
                        method,
                        new QuantizationOptions(perTensor, exclude),
                        calibration,
                        evaluate,
                        labels,
                        ComparisonOptions.usual()
                                .withOutput(output)
                                .withStates(states)
                                .withTiming(TIMING),
                        maxDrop.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        Quantizing.Result result = Quantizing.quantize(request, console.progress());
        Texts problems = Texts.problems(language());
        if (console.json()) {
            console.json(QuantizationJson.of(result, problems));
        } else {
            print(console, result, problems);
        }
        if (!result.written()) {
            console.note(verdict(result, console.texts()));
        }
        return result.written() ? Cli.DONE : Cli.NO;
    }

    private void print(Console console, Quantizing.Result result, Texts problems) {
        Texts texts = console.texts();
        Trial trial = result.trial();
        console.line(
                texts.of(
                        "quantize.nodes",
                        Integer.toString(trial.plan().quantized().size()),
                        Integer.toString(trial.plan().kept().size())));
        List<List<String>> kept = new ArrayList<>();
        for (Decision.Kept each : trial.plan().kept()) {
            kept.add(List.of("  " + each.node(), each.operator(), each.reason().text(problems)));
        }
        console.table(kept);
        if (trial.bytes() > 0) {
            console.line(
                    texts.of(
                            "quantize.size",
                            Figures.bytes(result.bytesBefore()),
                            Figures.bytes(trial.bytes()),
                            String.format(
                                    Locale.ROOT,
                                    "%.2f",
                                    (double) trial.bytes() / result.bytesBefore())));
        }
        trial.comparison().ifPresent(comparison -> print(console, comparison));
        if (result.written()) {
            console.line(verdict(result, texts));
        }
    }

    private static void print(Console console, Comparison comparison) {
        Texts texts = console.texts();
        console.line(CompareCommand.sentence(comparison.task(), texts));
        console.line(
                texts.of(
                        "compare.latency",
                        Figures.millis(comparison.latencyA().p50()),
                        Figures.millis(comparison.latencyA().p99()),
                        Figures.millis(comparison.latencyB().p50()),
                        Figures.millis(comparison.latencyB().p99())));
    }

    /// The one sentence that says how it ended.
    private String verdict(Quantizing.Result result, Texts texts) {
        Trial trial = result.trial();
        return switch (result.verdict()) {
            case WRITTEN -> texts.of("quantize." + proved(result), target);
            case NOTHING_TO_QUANTIZE -> texts.of("quantize.nothing", model, trial.method().word());
            case NOT_SMALLER ->
                    texts.of(
                            "quantize.notSmaller",
                            trial.method().word(),
                            Figures.bytes(result.bytesBefore()),
                            Figures.bytes(trial.bytes()));
            case NOT_PROVED ->
                    texts.of(
                            "quantize.notProved",
                            trial.method().word(),
                            trial.proof().map(Object::toString).orElse(""));
            case BUDGET_MISSED ->
                    texts.of(
                            "quantize.budget",
                            trial.method().word(),
                            Figures.short4(trial.comparison().orElseThrow().task().drop()));
        };
    }

    private static String proved(Quantizing.Result result) {
        if (result.onRows()) {
            return "provedOnRows";
        }
        return result.trial().ran() ? "provedSynthetic" : "provedLoading";
    }
}
