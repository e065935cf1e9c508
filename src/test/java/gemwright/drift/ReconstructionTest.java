package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Progress;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.Table;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Drift of all features together.
class ReconstructionTest {
    private static Table read(String file) throws Exception {
        var place = ReconstructionTest.class.getResource("reconstruction/" + file);
        return Data.open(Path.of(Objects.requireNonNull(place).toURI()), ReadOptions.inferred())
                .read(Progress.none());
    }

    private static Timeline timeline(List<String> columns) throws Exception {
        DriftOptions options =
                new DriftOptions(
                        Rules.RECOMMENDED,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        OptionalDouble.empty(),
                        false,
                        Optional.of(new DriftOptions.Window.Rows(100)));
        return Drift.compare(
                        read("reference.csv").select(columns),
                        read("current.csv").select(columns),
                        options,
                        Progress.none())
                .timeline()
                .orElseThrow();
    }

    private static Optional<Series> error(Timeline timeline) {
        return timeline.figures().stream()
                .filter(series -> series.name().equals("reconstruction_error"))
                .findFirst();
    }

    @Test
    void equalsScikitLearnsPrincipalComponents() throws Exception {
        double[] expected = read("expected.csv").find("error").orElseThrow().numbers();

        Series error = error(timeline(read("reference.csv").names())).orElseThrow();

        assertArrayEquals(expected, error.values().stream().mapToDouble(v -> v).toArray(), 1e-10);
        assertEquals(5, error.outsideCount());
    }

    @Test
    void oneColumnHasNoDirections() throws Exception {
        assertTrue(error(timeline(List.of("when", "a"))).isEmpty());
    }
}
