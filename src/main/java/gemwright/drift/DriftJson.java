package gemwright.drift;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A [DriftReport] as the JSON document of the command line. The names of the fields are a
/// contract: fields may join, none is renamed.
public final class DriftJson {
    private DriftJson() {}

    /// The document; reasons are written in that language.
    public static Map<String, @Nullable Object> of(DriftReport report, Locale language) {
        return Json.object(
                "drifted", report.drifted(),
                "share", report.share(),
                "rows",
                        Json.object(
                                "reference", report.referenceRows(),
                                "current", report.currentRows()),
                "decision", report.decision().word(),
                "rules", report.rules().word(),
                "outcomes", report.outcomes().stream().map(DriftJson::outcome).toList(),
                "columns", report.columns().stream().map(c -> column(c, language)).toList(),
                "windows", report.timeline().map(DriftJson::windows),
                "series", report.timeline().map(DriftJson::series));
    }

    private static Map<String, @Nullable Object> outcome(RuleOutcome outcome) {
        return Json.object(
                "rule", outcome.rule().letter(),
                "state", outcome.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "columns", outcome.columns());
    }

    private static Map<String, @Nullable Object> column(ColumnReport column, Locale language) {
        Map<String, @Nullable Object> object =
                Json.object(
                        "name", column.name(),
                        "kind", column.kind().word(),
                        "role", column.role().word(),
                        "method", column.decisive().map(TestResult::method),
                        "statistic", column.decisive().map(t -> statistic(t.outcome())),
                        "score", column.decisive().map(t -> t.outcome().score()),
                        "pValue", pValue(column),
                        "pAdjusted", column.evidence().flatMap(e -> boxed(e.adjusted())),
                        "threshold", column.decisive().map(t -> t.threshold().limit()),
                        "verdict", column.verdict().word(),
                        "drifted", column.drifted(),
                        "error", column.error().map(reason -> reason.in(language)));
        object.put("reference", summary(column.reference()));
        object.put("current", summary(column.current()));
        object.put(
                "findings",
                column.findings().stream()
                        .map(
                                f ->
                                        Json.object(
                                                "what", f.reason().in(language),
                                                "fault", f.fault()))
                        .toList());
        object.put("distribution", distribution(column.distribution()));
        if (!column.tests().isEmpty()) {
            object.put("tests", column.tests().stream().map(t -> test(t, language)).toList());
        }
        return object;
    }

    /// The p-value beside a distance is that of the evidence.
    private static Optional<Double> pValue(ColumnReport column) {
        return column.evidence()
                .map(Evidence::test)
                .or(column::decisive)
                .flatMap(t -> boxed(pValue(t.outcome())));
    }

    private static OptionalDouble pValue(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Measured measured -> measured.pValue();
            case Outcome.Undefined _ -> OptionalDouble.of(Double.NaN);
        };
    }

    private static double statistic(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Measured measured -> measured.statistic();
            case Outcome.Undefined _ -> Double.NaN;
        };
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static Map<String, @Nullable Object> test(TestResult test, Locale language) {
        Optional<String> error =
                switch (test.outcome()) {
                    case Outcome.Measured _ -> Optional.empty();
                    case Outcome.Undefined(Reason reason) -> Optional.of(reason.in(language));
                };
        return Json.object(
                "method", test.method(),
                "statistic", statistic(test.outcome()),
                "score", test.outcome().score(),
                "pValue", boxed(pValue(test.outcome())),
                "threshold", test.threshold().limit(),
                "drifted", test.exceeds(),
                "error", error);
    }

    private static Map<String, @Nullable Object> summary(Summary summary) {
        Map<String, @Nullable Object> object =
                Json.object(
                        "rows", summary.rows(),
                        "missing", summary.missing(),
                        "infinite", summary.infinite(),
                        "distinct", summary.distinct());
        summary.spread()
                .ifPresent(
                        spread -> {
                            object.put("mean", spread.mean());
                            object.put("std", spread.deviation());
                            object.put("min", spread.min());
                            object.put("max", spread.max());
                            Map<String, Object> quantiles = new LinkedHashMap<>();
                            for (Quantile quantile : spread.quantiles()) {
                                quantiles.put(
                                        Double.toString(quantile.fraction()), quantile.value());
                            }
                            object.put("quantiles", quantiles);
                        });
        return object;
    }

    private static @Nullable Object distribution(Distribution distribution) {
        return switch (distribution) {
            case Distribution.None _ -> null;
            case Distribution.Histogram histogram ->
                    Json.object(
                            "edges", histogram.edges(),
                            "reference", histogram.reference(),
                            "current", histogram.current(),
                            "outside", histogram.outside());
            case Distribution.Bars bars ->
                    Json.object(
                            "categories",
                            bars.bars().stream().map(DriftJson::bar).toList(),
                            "others",
                            bars.others());
        };
    }

    private static Map<String, @Nullable Object> bar(Distribution.Bar bar) {
        return Json.object(
                "category", bar.category(),
                "reference", bar.referenceRows(),
                "current", bar.currentRows());
    }

    private static List<Map<String, @Nullable Object>> windows(Timeline timeline) {
        return timeline.windows().stream()
                .map(
                        w ->
                                Json.object(
                                        "from", w.from(),
                                        "to", w.to(),
                                        "rows", w.rows(),
                                        "side", w.reference() ? "reference" : "current"))
                .toList();
    }

    private static Map<String, @Nullable Object> series(Timeline timeline) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (Series series : timeline.features()) {
            columns.put(series.name(), series(series));
        }
        return Json.object(
                "columns", columns,
                "confidence", timeline.confidence().map(DriftJson::series),
                "performance", timeline.performance().map(DriftJson::series),
                "estimate", timeline.estimate().map(DriftJson::series),
                "model", timeline.figures().stream().map(DriftJson::series).toList(),
                "metrics", timeline.metrics().stream().map(MetricJson::of).toList());
    }

    static Map<String, @Nullable Object> series(Series series) {
        return Json.object(
                "name", series.name(),
                "values", series.values(),
                "low", series.low(),
                "high", series.high(),
                "outside", series.outsideCount(),
                "detected",
                        series.onset()
                                .map(
                                        onset ->
                                                Json.object(
                                                        "detector", onset.detector(),
                                                        "at", onset.at())),
                "changePoint",
                        series.change()
                                .map(
                                        c ->
                                                Json.object(
                                                        "window", c.window(),
                                                        "pValue", c.pValue())));
    }
}
