package gemwright.drift;

import gemwright.base.Json;
import gemwright.drift.BusinessMetric.Band;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A [BusinessMetric] as part of the JSON document.
final class MetricJson {
    private MetricJson() {}

    static Map<String, @Nullable Object> of(BusinessMetric metric) {
        Map<String, @Nullable Object> document = DriftJson.series(metric.series());
        document.put("lower", metric.bands().stream().map(Band::low).toList());
        document.put("upper", metric.bands().stream().map(Band::high).toList());
        document.put(
                "correlations",
                metric.correlations().stream()
                        .map(
                                c ->
                                        Json.object(
                                                "with", c.with(),
                                                "lag", c.lag(),
                                                "rank", c.rank(),
                                                "windows", c.windows()))
                        .toList());
        return document;
    }
}
