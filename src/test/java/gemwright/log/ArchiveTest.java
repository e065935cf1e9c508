package gemwright.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// What becomes of a log: packed, joined with outcomes, deleted when old, and without what nobody
/// may read.
@Timeout(20)
class ArchiveTest {
    private static final LogSchema SCHEMA =
            new LogSchema(
                    "credit",
                    "1",
                    "ab12",
                    List.of(
                            new ColumnInfo("age", ColumnKind.NUMBER),
                            new ColumnInfo("city", ColumnKind.TEXT),
                            new ColumnInfo("member", ColumnKind.BOOLEAN),
                            new ColumnInfo("label", ColumnKind.INTEGER, Role.PREDICTION)));

    @TempDir Path folder;

    @Test
    void aClosedSegmentIsPackedAndReadsAsBefore() throws Exception {
        LogOptions plain =
                LogOptions.usual().withParquet(false).withSegments(1, Duration.ofDays(1));
        write(plain, "r1", "r2", "r3");
        Table before = LogFolder.open(folder).read(Progress.none());
        for (Path lines : files(".jsonl")) {
            Files.setLastModifiedTime(lines, FileTime.from(Instant.EPOCH));
        }

        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual())) {
            log.append(prediction("r4"));
            awaitFiles(".parquet", 3);
        }

        assertEquals(1, files(".jsonl").size());
        Table after = LogFolder.open(folder).read(Progress.none());
        assertEquals(before, after.slice(0, 3));
        assertEquals(List.of("r1", "r2", "r3", "r4"), after.find("id").orElseThrow().texts());
        assertEquals(List.of(), after.faults());
    }

    @Test
    void aSegmentWithADamagedLineIsLeftForPeopleToLookAt() throws Exception {
        LogOptions plain =
                LogOptions.usual().withParquet(false).withSegments(1, Duration.ofDays(1));
        write(plain, "good", "bad");
        Path damaged = files(".jsonl").getLast();
        Files.writeString(damaged, Files.readString(damaged).replace("\"us\":", "\"us\":!"));
        for (Path lines : files(".jsonl")) {
            Files.setLastModifiedTime(lines, FileTime.from(Instant.EPOCH));
        }

        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual())) {
            awaitFiles(".parquet", 1);
            log.append(prediction("next"));
        }

        assertTrue(files(".jsonl").contains(damaged));
    }

    @Test
    void linesThatArePackedAlreadyCountOnce() throws Exception {
        write(LogOptions.usual().withParquet(false), "r1");
        Path lines = files(".jsonl").getFirst();
        byte[] kept = Files.readAllBytes(lines);
        Files.setLastModifiedTime(lines, FileTime.from(Instant.EPOCH));
        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, LogOptions.usual())) {
            assertEquals(0, log.dropped());
            awaitFiles(".parquet", 1);
        }
        Files.write(lines, kept); // as if the process had been killed between the two steps

        assertEquals(
                List.of("r1"),
                LogFolder.open(folder).read(Progress.none()).find("id").orElseThrow().texts());
    }

    @Test
    void theOldestSegmentsGoWhenThereIsTooMuch() throws Exception {
        LogOptions plain =
                LogOptions.usual().withParquet(false).withSegments(1, Duration.ofDays(1));
        write(plain, "a", "b", "c", "d");
        List<Path> all = files(".jsonl");
        long two = Files.size(all.get(2)) + Files.size(all.get(3));
        for (Path lines : all) {
            Files.setLastModifiedTime(lines, FileTime.from(Instant.EPOCH));
        }

        LogOptions keeping = plain.keeping(OptionalLong.of(two), Optional.empty());
        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, keeping)) {
            log.append(prediction("e"));
            awaitGone(all.get(0));
            awaitGone(all.get(1));
        }

        assertEquals(
                List.of("c", "d", "e"),
                LogFolder.open(folder).read(Progress.none()).find("id").orElseThrow().texts());
    }

    @Test
    void outcomesJoinTheirRequestsHoweverLate() throws Exception {
        write(LogOptions.usual(), "r1", "r2", "r3");
        try (ActualsLog early = ActualsLog.of(folder, "credit")) {
            early.append(List.of(new Actual("r1", 0L), new Actual("r3", 0L)));
        }
        try (ActualsLog late = ActualsLog.of(folder, "credit")) {
            late.append(List.of(new Actual("r3", 1L), new Actual("unknown", 1L)));
        }

        for (Path opened : List.of(folder, folder.resolve("credit").resolve("1"))) {
            Column actual =
                    LogFolder.open(opened).read(Progress.none()).find("actual").orElseThrow();
            assertEquals(List.of("0", "", "1"), actual.texts());
            assertEquals(Role.TARGET, actual.role());
        }
    }

    @Test
    void whatIsLeftOutIsNotWrittenAndWhatIsHashedStaysComparable() throws Exception {
        LogOptions secret = LogOptions.usual().withPrivacy(Set.of("age"), Set.of("city"));
        write(secret, "r1", "r2");

        String text = Files.readString(files(".jsonl").getFirst());
        assertFalse(text.contains("37.5") || text.contains("Köln") || text.contains("age"), text);
        Table table = LogFolder.open(folder).read(Progress.none());
        Column city = table.find("city").orElseThrow();
        assertEquals(city.text(0), city.text(1));
        assertTrue(city.text(0).matches("[0-9a-f]{16}"), city.text(0));
        Path other = folder.resolve("other");
        try (PredictionLog log = PredictionLog.open(other, SCHEMA, secret)) {
            log.append(prediction("r1"));
        }
        assertNotEquals(
                city.text(0),
                LogFolder.open(other).read(Progress.none()).find("city").orElseThrow().text(0));
    }

    @Test
    void aSampleHoldsItsShareOfTheRequests() throws Exception {
        try (PredictionLog log =
                PredictionLog.open(folder, SCHEMA, LogOptions.usual().withSample(0.25))) {
            for (int i = 0; i < 10_000; i++) {
                log.append(prediction("request-" + i));
            }
        }

        int rows = LogFolder.open(folder).read(Progress.none()).rows();
        assertTrue(rows > 2_300 && rows < 2_700, () -> rows + " of 10000"); // 4.6 sigma
    }

    private void write(LogOptions options, String... ids) throws Problem {
        try (PredictionLog log = PredictionLog.open(folder, SCHEMA, options)) {
            for (int i = 0; i < ids.length; i++) {
                log.append(prediction(ids[i]));
                while (log.written() <= i) {
                    pause();
                }
            }
        }
    }

    private static Prediction prediction(String id) {
        return new Prediction(
                id,
                Instant.parse("2026-03-01T12:00:00.25Z"),
                Duration.ofNanos(1_234_000),
                200,
                Table.of(
                        Column.numbers("age", 37.5),
                        Column.texts("city", "Köln"),
                        Column.booleans("member", new long[] {1}, new BitSet())),
                Table.of(Column.integers("label", 1)));
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        }
    }

    private void awaitFiles(String ending, int count) throws IOException {
        while (files(ending).size() < count) {
            pause();
        }
    }

    private static void awaitGone(Path file) {
        while (Files.exists(file)) {
            pause();
        }
    }

    /// Gives up with the test's own time limit, which interrupts.
    private static void pause() {
        LockSupport.parkNanos(1_000_000);
        if (Thread.currentThread().isInterrupted()) {
            throw new AssertionError("waited in vain");
        }
    }
}
