package gemwright.drift.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.drift.streaming.ChangeDetector.Signal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ChangeDetectorsTest {
    /// river's class to our name; KSWIN draws from Python's random numbers and is not ours.
    private static final Map<String, String> NAMES =
            Map.of(
                    "ADWIN", "adwin",
                    "PageHinkley", "page-hinkley",
                    "DDM", "ddm",
                    "EDDM", "eddm",
                    "HDDMA", "hddm-a",
                    "HDDMW", "hddm-w");

    /// The fixture keeps the first 20 warnings, one of which may be a change too.
    private static final int KEPT = 19;

    private record Alarms(String series, String detector, List<?> changes, List<?> warnings) {}

    @Test
    void alarmsAtTheSameValuesAsRiver() throws Exception {
        Map<?, ?> series = (Map<?, ?>) read("series.json");
        List<Alarms> expected = expected();

        List<Alarms> ours =
                expected.stream()
                        .map(e -> run(e, (List<?>) present(series.get(e.series))))
                        .toList();

        assertEquals(expected, ours);
    }

    @Test
    void everyDetectorIsHeldAgainstRiver() throws Exception {
        List<String> held = expected().stream().map(Alarms::detector).distinct().toList();

        assertTrue(
                held.containsAll(
                        ChangeDetectors.ALL.stream().map(ChangeDetectors.Entry::name).toList()),
                held::toString);
    }

    private static List<Alarms> expected() throws Exception {
        List<Alarms> expected = new ArrayList<>();
        for (Object each : (List<?>) present(((Map<?, ?>) read("expected.json")).get("results"))) {
            Map<?, ?> result = (Map<?, ?>) each;
            String name = NAMES.get(String.valueOf(result.get("detector")));
            if (name != null) {
                List<?> changes = (List<?>) present(result.get("drift_indices"));
                // river's EDDM leaves its warning standing at the change itself
                List<?> warnings = new ArrayList<>((List<?>) present(result.get("first_warnings")));
                warnings.removeAll(changes);
                expected.add(
                        new Alarms(String.valueOf(result.get("series")), name, changes, warnings));
            }
        }
        return expected;
    }

    private static Alarms run(Alarms expected, List<?> values) {
        ChangeDetector detector =
                ChangeDetectors.find(expected.detector).orElseThrow().start().get();
        boolean full = expected.warnings.size() >= KEPT;
        List<Long> changes = new ArrayList<>();
        List<Long> warnings = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Signal signal = detector.next(((Number) values.get(i)).doubleValue());
            if (signal == Signal.CHANGED) {
                changes.add((long) i);
            } else if (signal == Signal.WARNING) {
                warnings.add((long) i);
            }
        }
        int kept = full ? Math.min(warnings.size(), expected.warnings.size()) : warnings.size();
        return new Alarms(expected.series, expected.detector, changes, warnings.subList(0, kept));
    }

    private static Object present(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static Object read(String file) throws IOException, Problem {
        try (var in = ChangeDetectorsTest.class.getResourceAsStream(file)) {
            String text =
                    new String(
                            ((java.io.InputStream) present(in)).readAllBytes(),
                            StandardCharsets.UTF_8);
            return present(Json.parse(text, file));
        }
    }
}
