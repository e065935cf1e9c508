package gemwright.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.NdArray;
import gemwright.data.Role;
import gemwright.data.Table;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class PredictionLogTest {
    static final LogSchema SCHEMA =
            new LogSchema(
                    "credit",
                    "3",
                    "ab12",
                    List.of(
                            new ColumnInfo("age", ColumnKind.NUMBER),
                            new ColumnInfo("city", ColumnKind.TEXT),
                            new ColumnInfo("label", ColumnKind.INTEGER, Role.PREDICTION),
                            new ColumnInfo("probabilities", ColumnKind.TENSOR, Role.PROBABILITY)));

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.25Z");

    @TempDir Path folder;

    @Test
    void theFirstLineIsTheSchemaAndEachRowALine() throws Problem, IOException {
        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual())) {
            assertTrue(log.append(prediction("r1", 1)));
            assertTrue(log.append(prediction("r2", 2)));
        }

        assertEquals(
                List.of(
                        "{\"schema\":1,\"model\":\"credit\",\"version\":\"3\",\"sha256\":\"ab12\","
                            + "\"columns\":[{\"name\":\"age\",\"role\":\"feature\",\"type\":\"number\"},"
                            + "{\"name\":\"city\",\"role\":\"feature\",\"type\":\"text\"},"
                            + "{\"name\":\"label\",\"role\":\"prediction\",\"type\":\"integer\"},"
                            + "{\"name\":\"probabilities\",\"role\":\"probability\",\"type\":\"tensor\"}]}",
                        record("r1", "37.5", "\"Köln\""),
                        record("r2#0", "37.5", "\"Köln\""),
                        record("r2#1", "null", "null")),
                Files.readAllLines(segments().getFirst()));
    }

    @Test
    void aFullSegmentIsFollowedByTheNext() throws Problem, IOException {
        LogOptions small =
                LogOptions.usual().withParquet(false).withSegments(1, Duration.ofHours(1));
        for (int run = 0; run < 2; run++) {
            try (PredictionLog log = PredictionLog.open(folder, SCHEMA, small)) {
                log.append(prediction("a", 1));
                await(log, 1);
                log.append(prediction("b", 1));
                await(log, 2);
            }
        }

        List<String> sequences =
                segments().stream()
                        .map(p -> p.getFileName().toString().replaceFirst(".*Z-", ""))
                        .toList();
        assertEquals(
                List.of("000001.jsonl", "000002.jsonl", "000003.jsonl", "000004.jsonl"), sequences);
    }

    @Test
    void anOldSegmentIsFollowedByTheNext() throws Problem, IOException {
        Ticking clock = new Ticking(NOON);
        LogOptions hourly =
                LogOptions.usual().withParquet(false).withSegments(1 << 20, Duration.ofHours(1));
        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, hourly, clock)) {
            log.append(prediction("a", 1));
            await(log, 1);
            clock.now = NOON.plus(Duration.ofMinutes(61));
            log.append(prediction("b", 1));
            await(log, 2);
        }

        assertEquals(
                List.of("seg-20260301T120000Z-000001.jsonl", "seg-20260301T130100Z-000002.jsonl"),
                segments().stream().map(p -> p.getFileName().toString()).toList());
    }

    @Test
    void aLogWithoutPredictionsLeavesNoSegment() throws Problem, IOException {
        PredictionLog.open(folder, SCHEMA, LogOptions.usual()).close();

        assertEquals(List.of(), segments());
    }

    @Test
    void whatComesAfterTheEndIsDroppedAndCounted() throws Problem {
        PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual());
        log.close();

        assertFalse(log.append(prediction("late", 1)));
        assertEquals(1, log.dropped());
    }

    @Test
    void nothingIsLostAtTheEnd() throws Problem, IOException {
        int accepted = 0;
        PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual());
        for (int i = 0; i < 100_000; i++) {
            accepted += log.append(prediction("r" + i, 1)) ? 1 : 0;
        }
        log.close();

        assertEquals(accepted, log.written());
        assertEquals(100_000 - accepted, log.dropped());
        assertEquals(accepted + 1, Files.readAllLines(segments().getFirst()).size());
    }

    @Test
    void aHugeBacklogIsDroppedBeforeItFillsTheMemory() throws Problem {
        Table image = Table.of(Column.tensor("x", NdArray.of(new float[8_000_000], 1, 8_000_000)));
        Prediction large =
                new Prediction(
                        "big",
                        NOON,
                        Duration.ofMillis(1),
                        200,
                        image,
                        Table.of(Column.integers("y", 1)));

        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual())) {
            int accepted = 0;
            for (int i = 0; i < 10; i++) {
                accepted += log.append(large) ? 1 : 0;
            }

            assertTrue(accepted < 10, () -> "all taken");
            assertEquals(10 - accepted, log.dropped());
        }
    }

    @Test
    void namesOfModelsNeverLeaveTheFolder() throws Problem {
        assertEquals("%2E.%2F..%2Fetc", PredictionLog.folderName("../../etc"));
        assertEquals("a%5Cb%3A", PredictionLog.folderName("a\\b:"));
        assertEquals("%E4%BF%A1", PredictionLog.folderName("信"));
        assertEquals("net-1.2_b", PredictionLog.folderName("net-1.2_b"));
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Problem problem =
                assertThrows(
                        Problem.class, () -> PredictionLog.open(file, SCHEMA, LogOptions.usual()));

        assertEquals("file.cannotWrite", problem.key());
    }

    static Prediction prediction(String id, int rows) {
        double[] ages = new double[rows];
        @Nullable String[] cities = new @Nullable String[rows];
        long[] labels = new long[rows];
        float[] shares = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            ages[row] = row == 0 ? 37.5 : Double.NaN;
            cities[row] = row == 0 ? "Köln" : null;
            labels[row] = 1;
            shares[2 * row] = 0.1f;
            shares[2 * row + 1] = 0.9f;
        }
        return new Prediction(
                id,
                NOON,
                Duration.ofNanos(1_234_567),
                200,
                Table.of(Column.numbers("age", ages), Column.texts("city", cities)),
                Table.of(
                        Column.integers("label", labels),
                        Column.tensor("probabilities", NdArray.of(shares, rows, 2))));
    }

    private static String record(String id, String age, String city) {
        return ("{\"id\":\"%s\",\"ts\":\"2026-03-01T12:00:00.250Z\",\"us\":1234,\"status\":200,"
                        + "\"in\":{\"age\":%s,\"city\":%s},"
                        + "\"out\":{\"label\":1,\"probabilities\":[0.1,0.9]}}")
                .formatted(id, age, city);
    }

    private List<Path> segments() throws IOException {
        return new ArrayList<>(Segment.of(folder.resolve("credit").resolve("3")));
    }

    private static void await(PredictionLog log, long written) {
        while (log.written() < written) {
            Thread.onSpinWait();
        }
    }

    /// A clock that the test moves.
    private static final class Ticking extends Clock {
        private volatile Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
