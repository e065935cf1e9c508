package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Progress;
import gemwright.data.ColumnKind;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.Role;
import gemwright.data.Table;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Performance without outcomes, held against NannyML on its own sample model.
class PerformanceEstimateTest {
    private static Table read(String file) throws Exception {
        var place = PerformanceEstimateTest.class.getResource("estimate/" + file);
        ReadOptions reading =
                ReadOptions.inferred()
                        .withKind("y_pred", ColumnKind.TEXT)
                        .withKind("clf_target", ColumnKind.TEXT);
        return Data.open(Path.of(Objects.requireNonNull(place).toURI()), reading)
                .read(Progress.none());
    }

    private static ColumnChoice role(Role role) {
        return new ColumnChoice(Optional.empty(), Optional.of(role));
    }

    private static DriftOptions options() {
        return new DriftOptions(
                Rules.RECOMMENDED,
                Map.of(
                        "timestamp", role(Role.TIME),
                        "y_pred_proba", role(Role.PROBABILITY),
                        "y_pred", role(Role.PREDICTION),
                        "clf_target", role(Role.TARGET)),
                Map.of(),
                Map.of(),
                OptionalDouble.empty(),
                false,
                Optional.of(new DriftOptions.Window.Rows(600)));
    }

    private static Timeline timeline(Table current) throws Exception {
        return Drift.compare(read("reference.csv.gz"), current, options(), Progress.none())
                .timeline()
                .orElseThrow();
    }

    private static Map<String, Series> figures(Timeline timeline) {
        Map<String, Series> figures = new HashMap<>();
        timeline.figures().forEach(series -> figures.put(series.name(), series));
        timeline.estimate().ifPresent(series -> figures.put(series.name(), series));
        timeline.performance().ifPresent(series -> figures.put("realised_accuracy", series));
        return figures;
    }

    @Test
    void equalsNannyMl() throws Exception {
        Table expected = read("expected.csv");

        Map<String, Series> figures = figures(timeline(read("current.csv.gz")));

        for (String name : expected.names()) {
            assertArrayEquals(
                    given(expected.find(name).orElseThrow().numbers()),
                    Objects.requireNonNull(figures.get(name)).values().stream()
                            .mapToDouble(v -> v)
                            .toArray(),
                    1e-7, // NannyML rounds the counts of its ROC curve to 1e-5
                    name);
        }
    }

    /// Where a window has no positive answer NannyML measures no F1; scikit-learn says 0, as we do.
    private static double[] given(double[] values) {
        return Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v).toArray();
    }

    @Test
    void saysSinceWhenToTheRow() throws Exception {
        Timeline timeline = timeline(read("current.csv.gz"));

        // river 0.26.1 alarms at these rows, the reference's range taken as 0 to 1
        assertEquals(
                Optional.of(new Series.Onset("adwin", Instant.parse("2021-06-04T15:00:00Z"))),
                timeline.confidence().orElseThrow().onset());
        assertEquals(
                Optional.of(new Series.Onset("adwin", Instant.parse("2021-06-08T15:00:00Z"))),
                timeline.feature("y_pred_proba").orElseThrow().onset());
        Series.Onset errors = timeline.performance().orElseThrow().onset().orElseThrow();
        assertEquals("hddm-a", errors.detector());
        assertTrue(!errors.at().isBefore(timeline.windows().get(10).from()));
    }

    @Test
    void estimatesWithoutOutcomesAsWithThem() throws Exception {
        Table current = read("current.csv.gz");
        Table unknown = current.select(List.of("timestamp", "y_pred_proba", "y_pred"));

        assertEquals(timeline(current).estimate(), timeline(unknown).estimate());
        assertEquals(Optional.empty(), timeline(unknown).performance());
    }
}
