package gemwright.workbench;

import gemwright.base.Json;
import gemwright.compare.Comparison;
import gemwright.compare.Interval;
import gemwright.compare.Latency;
import gemwright.compare.OutputDifference;
import gemwright.compare.Task;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A comparison as the command line's JSON document.
public final class ComparisonJson {
    private ComparisonJson() {}

    /// The document of `gemwright compare --json`.
    public static Map<String, @Nullable Object> of(Comparing.Result result) {
        Comparison comparison = result.comparison();
        return Json.object(
                "samples", comparison.samples(),
                "outputs", comparison.outputs().stream().map(ComparisonJson::output).toList(),
                "unmatched", comparison.unmatched(),
                "task", task(comparison.task()),
                "latencyMs",
                        Json.object(
                                "a", latency(comparison.latencyA()),
                                "b", latency(comparison.latencyB())),
                "bytes", Json.object("a", result.bytesA(), "b", result.bytesB()));
    }

    private static Map<String, @Nullable Object> output(OutputDifference output) {
        return Json.object(
                "name", output.name(),
                "elements", output.elements(),
                "maxAbs", number(output.maxAbs()),
                "meanAbs", number(output.meanAbs()),
                "rmse", number(output.rmse()),
                "cosine", number(output.cosine()),
                "sqnrDb", number(output.sqnrDb()),
                "labelAgreement", number(output.labelAgreement()));
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Map<String, @Nullable Object> task(Task task) {
        Interval interval = task.interval();
        return Json.object(
                "kind", task.kind().name().toLowerCase(Locale.ROOT),
                "metric", metric(task),
                "output", task.output(),
                "rows", task.rows(),
                "a", task.a(),
                "b", task.b(),
                "interval", List.of(interval.low(), interval.high()),
                "flipped", task.flipped(),
                "examples", task.examples().stream().map(ComparisonJson::flip).toList());
    }

    /// The metric's name in JSON.
    static String metric(Task task) {
        return task.metric().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> flip(Task.Flip flip) {
        return Json.object(
                "row",
                flip.row(),
                "a",
                flip.a(),
                "b",
                flip.b(),
                "label",
                flip.label().isEmpty() ? Optional.empty() : Optional.of(flip.label()));
    }

    private static Map<String, @Nullable Object> latency(Latency latency) {
        return Json.object("p50", latency.p50(), "p99", latency.p99(), "runs", latency.runs());
    }
}
