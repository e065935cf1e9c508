package gemwright.workbench;

import gemwright.base.Json;
import gemwright.base.Texts;
import gemwright.compare.Comparison;
import gemwright.quantize.Decision;
import gemwright.quantize.Trial;
import gemwright.runtime.Proof;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A quantization as the command line's JSON document.
public final class QuantizationJson {
    private QuantizationJson() {}

    /// The document of `gemwright quantize --json`.
    ///
    /// @param problems the problems bundle, for the reasons
    public static Map<String, @Nullable Object> of(Quantizing.Result result, Texts problems) {
        Trial trial = result.trial();
        Map<String, @Nullable Object> document =
                Json.object(
                        "method", trial.method().word(),
                        "written", result.written(),
                        "verdict", verdict(result),
                        "bytesBefore", result.bytesBefore(),
                        "bytesAfter", trial.bytes());
        document.putAll(plan(trial, problems));
        document.put("metric", metric(trial));
        document.put("latencyMs", latency(trial));
        document.put("proof", proof(trial, result.onRows()));
        document.put(
                "trials",
                result.trials().stream().map(each -> trial(each, result.onRows())).toList());
        document.put("seconds", result.seconds());
        return document;
    }

    private static String verdict(Quantizing.Result result) {
        return result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, @Nullable Object> plan(Trial trial, Texts problems) {
        return Json.object(
                "quantized",
                trial.plan().quantized().stream()
                        .map(q -> Json.object("node", q.node(), "operator", q.operator()))
                        .toList(),
                "kept",
                trial.plan().kept().stream().map(kept -> kept(kept, problems)).toList());
    }

    private static Map<String, @Nullable Object> kept(Decision.Kept kept, Texts problems) {
        return Json.object(
                "node", kept.node(),
                "operator", kept.operator(),
                "reason", kept.reason().text(problems));
    }

    private static @Nullable Object metric(Trial trial) {
        return trial.comparison()
                .map(Comparison::task)
                .map(
                        task ->
                                Json.object(
                                        "name", ComparisonJson.metric(task),
                                        "before", task.a(),
                                        "after", task.b()))
                .orElse(null);
    }

    private static @Nullable Object latency(Trial trial) {
        return trial.comparison()
                .map(
                        comparison ->
                                Json.object(
                                        "before", comparison.latencyA().p50(),
                                        "after", comparison.latencyB().p50()))
                .orElse(null);
    }

    /// `rows`, `synthetic` or `load`: what the result was run on in a process of its own.
    private static @Nullable Object proof(Trial trial, boolean onRows) {
        return trial.proof().orElse(null) instanceof Proof.Passed passed
                ? onRows ? "rows" : passed.outputs().isEmpty() ? "load" : "synthetic"
                : null;
    }

    private static Map<String, @Nullable Object> trial(Trial trial, boolean onRows) {
        Optional<String> failure =
                trial.proof().filter(proof -> !proof.passed()).map(Proof::toString);
        return Json.object(
                "method", trial.method().word(),
                "bytesAfter", trial.bytes(),
                "quantized", trial.plan().quantized().size(),
                "kept", trial.plan().kept().size(),
                "metric", metric(trial),
                "latencyMs", latency(trial),
                "proof", proof(trial, onRows),
                "failure", failure);
    }
}
