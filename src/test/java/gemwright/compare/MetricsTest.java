package gemwright.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.NdArray;
import gemwright.runtime.Output;

import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Every figure is numpy's, scipy's or scikit-learn's, see `metrics/make.py`.
class MetricsTest {
    private static final double EXACT = 1e-9; // both in double precision, other order of adding
    private final Map<?, ?> file = fixture();

    @Test
    void differencesEqualNumpys() throws Problem {
        for (Object one : (List<?>) Objects.requireNonNull(file.get("differences"))) {
            Map<?, ?> example = (Map<?, ?>) one;
            DifferenceMeter meter = new DifferenceMeter("output");
            NdArray a = NdArray.of(numbers(example, "a"), shape(example));
            NdArray b = NdArray.of(numbers(example, "b"), shape(example));

            meter.add(a.slice(0, 100), b.slice(0, 100));
            meter.add(a.slice(100, a.rows()), b.slice(100, b.rows()));

            OutputDifference found = meter.difference();
            Map<?, ?> expected = (Map<?, ?>) Objects.requireNonNull(example.get("expected"));
            assertNear(expected, "maxAbs", found.maxAbs().orElseThrow());
            assertNear(expected, "meanAbs", found.meanAbs().orElseThrow());
            assertNear(expected, "rmse", found.rmse().orElseThrow());
            assertNear(expected, "cosine", found.cosine().orElseThrow());
            assertNear(expected, "sqnrDb", found.sqnrDb().orElseThrow());
            assertEquals(a.size(), found.elements());
        }
    }

    @Test
    void accuracyAndItsPairedIntervalEqualNumpys() throws Problem {
        Map<?, ?> expected = part("classes");
        double[] labels = numbers(expected, "labels");
        Truth truth = new Truth(Column.numbers("label", labels));
        TaskMeter meter = TaskMeter.of(logits("a"), Optional.of(truth));

        meter.add(logits("a"), logits("b"), 0);

        Task task = meter.task();
        assertEquals(Task.Metric.ACCURACY, task.metric());
        assertNear(expected, "a", task.a());
        assertNear(expected, "b", task.b());
        assertInterval(expected, "interval", task.interval());
        assertEquals(
                ((Number) Objects.requireNonNull(expected.get("flipped"))).longValue(),
                task.flipped());
        assertEquals(Math.min(100, task.flipped()), task.examples().size());
    }

    @Test
    void agreementAndItsIntervalEqualScipys() throws Problem {
        Map<?, ?> expected = part("classes");
        TaskMeter meter = TaskMeter.of(logits("a"), Optional.empty());

        meter.add(logits("a"), logits("b"), 0);

        assertEquals(Task.Metric.AGREEMENT, meter.task().metric());
        assertEquals(1, meter.task().a());
        assertNear(expected, "agreement", meter.task().b());
        assertInterval(expected, "agreementInterval", meter.task().interval());
    }

    @Test
    void determinationAndItsIntervalEqualNumpys() throws Problem {
        Map<?, ?> expected = part("numbers");
        Truth truth = new Truth(Column.numbers("target", numbers(expected, "target")));
        Output a = column(numbers(expected, "predictedA"));
        Output b = column(numbers(expected, "predictedB"));
        TaskMeter meter = TaskMeter.of(a, Optional.of(truth));

        meter.add(a, b, 0);

        assertEquals(Task.Metric.R2, meter.task().metric());
        assertNear(expected, "r2A", meter.task().a());
        assertNear(expected, "r2B", meter.task().b());
        assertInterval(expected, "interval", meter.task().interval());
    }

    @Test
    void theMeanCosineEqualsNumpys() throws Problem {
        Map<?, ?> expected = part("direction");
        Output a = named("embedding", logits("a"));
        TaskMeter meter = TaskMeter.of(a, Optional.empty());

        meter.add(a, named("embedding", logits("b")), 0);

        assertEquals(Task.Metric.COSINE, meter.task().metric());
        assertNear(expected, "mean", meter.task().b());
        assertInterval(expected, "interval", meter.task().interval());
    }

    @Test
    void percentilesEqualNumpys() {
        Map<?, ?> expected = part("percentiles");

        Latency latency = Latency.of(numbers(expected, "values"));

        assertNear(expected, "p50", latency.p50() * 1e6);
        assertNear(expected, "p99", latency.p99() * 1e6);
    }

    @Test
    void equalOutputsDifferByNothing() throws Problem {
        DifferenceMeter meter = new DifferenceMeter("y");
        NdArray values = NdArray.of(new double[] {1, Double.NaN, Double.NEGATIVE_INFINITY}, 3);

        meter.add(values, values);

        assertEquals(0, meter.difference().maxAbs().orElseThrow());
        assertEquals(Double.POSITIVE_INFINITY, meter.difference().sqnrDb().orElseThrow());
    }

    @Test
    void aNumberThatOnlyOneModelLacksIsNeverHidden() throws Problem {
        DifferenceMeter meter = new DifferenceMeter("y");

        meter.add(
                NdArray.of(new double[] {1, 2, 3}, 3),
                NdArray.of(new double[] {1, Double.NaN, 9}, 3));

        assertTrue(Double.isNaN(meter.difference().maxAbs().orElseThrow()));
        assertTrue(Double.isNaN(meter.difference().rmse().orElseThrow()));
    }

    @Test
    void textsHaveNoDistance() throws Problem {
        DifferenceMeter meter = new DifferenceMeter("label");
        NdArray a = NdArray.of(List.of("yes", "no", "no", "no"), 4);
        NdArray b = NdArray.of(List.of("yes", "no", "yes", "no"), 4);

        meter.add(a, b);
        meter.add(classes(a), classes(b));

        assertTrue(meter.difference().maxAbs().isEmpty());
        assertEquals(0.75, meter.difference().labelAgreement().orElseThrow());
    }

    @Test
    void outputsOfOtherShapeAreRefused() {
        DifferenceMeter meter = new DifferenceMeter("y");

        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                meter.add(
                                        NdArray.of(new double[] {1, 2}, 2, 1),
                                        NdArray.of(new double[] {1, 2}, 1, 2)));

        assertEquals("compare.shape", refused.key());
    }

    @Test
    void oneProbabilityIsAClassWhereTheLabelsAreZeroAndOne() throws Problem {
        Truth truth = new Truth(Column.integers("label", 0, 1, 1, 0));
        Output a = column(0.1, 0.9, 0.8, 0.4);
        Output b = column(0.1, 0.9, 0.3, 0.6);
        TaskMeter meter = TaskMeter.of(a, Optional.of(truth));

        meter.add(a, b, 0);

        assertEquals(List.of(1.0, 0.5), List.of(meter.task().a(), meter.task().b()));
        assertEquals(
                List.of(new Task.Flip(3, "1", "0", "1"), new Task.Flip(4, "0", "1", "0")),
                meter.task().examples());
    }

    @Test
    void rowsWithoutALabelAreNotJudged() throws Problem {
        Truth truth = new Truth(Column.texts("label", "yes", null, "no"));
        Output all = new Output.Tensor("label", NdArray.of(List.of("yes", "yes", "yes"), 3));
        TaskMeter meter = TaskMeter.of(all, Optional.of(truth));

        meter.add(all, all, 0);

        assertEquals(2, meter.task().rows());
        assertEquals(0.5, meter.task().a());
    }

    private static Classes classes(NdArray values) {
        return Classes.of(new Output.Tensor("label", values)).orElseThrow();
    }

    private Output logits(String side) {
        Map<?, ?> first =
                (Map<?, ?>) ((List<?>) Objects.requireNonNull(file.get("differences"))).getFirst();
        return new Output.Tensor("logits", NdArray.of(numbers(first, side), shape(first)));
    }

    private static Output named(String name, Output output) {
        return new Output.Tensor(name, TaskMeter.values(output));
    }

    private static Output column(double... values) {
        return new Output.Tensor("variable", NdArray.of(values, values.length, 1));
    }

    private Map<?, ?> part(String name) {
        return (Map<?, ?>) Objects.requireNonNull(file.get(name));
    }

    private static double[] numbers(Map<?, ?> from, String name) {
        return ((List<?>) Objects.requireNonNull(from.get(name)))
                .stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }

    private static long[] shape(Map<?, ?> from) {
        return ((List<?>) Objects.requireNonNull(from.get("shape")))
                .stream().mapToLong(n -> ((Number) n).longValue()).toArray();
    }

    private static void assertInterval(Map<?, ?> expected, String name, Interval found) {
        double[] both = numbers(expected, name);
        assertEquals(both[0], found.low(), EXACT, name);
        assertEquals(both[1], found.high(), EXACT, name);
    }

    private static void assertNear(Map<?, ?> expected, String name, double found) {
        double wanted = ((Number) Objects.requireNonNull(expected.get(name))).doubleValue();
        assertEquals(wanted, found, EXACT * Math.max(1, Math.abs(wanted)), name);
    }

    private static Map<?, ?> fixture() {
        try {
            Path file =
                    Path.of(
                            Objects.requireNonNull(
                                            MetricsTest.class.getResource("metrics/metrics.json"))
                                    .toURI());
            return (Map<?, ?>) Objects.requireNonNull(Json.read(file));
        } catch (Problem | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
