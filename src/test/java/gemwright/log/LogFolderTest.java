package gemwright.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Child;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LogFolderTest {
    @TempDir Path folder;

    @Test
    void whatWasWrittenIsReadBackWithItsRoles() throws Problem {
        write(PredictionLogTest.SCHEMA, "r1", "r2");

        Table table = LogFolder.open(folder).read(Progress.none());

        assertEquals(
                List.of(
                        "id ID [r1, r2]",
                        "ts TIME [2026-03-01T12:00:00.250Z, 2026-03-01T12:00:00.250Z]",
                        "latency_us METRIC [1234, 1234]",
                        "age FEATURE [37.5, 37.5]",
                        "city FEATURE [Köln, Köln]",
                        "label PREDICTION [1, 1]",
                        "probabilities_0 PROBABILITY [0.1, 0.1]",
                        "probabilities_1 PROBABILITY [0.9, 0.9]"),
                table.columns().stream()
                        .map(c -> c.name() + " " + c.role() + " " + c.texts())
                        .toList());
        assertEquals(List.of(), table.faults());
    }

    @Test
    void aCutLastLineIsNotThereYetAndADamagedOneIsNamed() throws Problem, IOException {
        write(PredictionLogTest.SCHEMA, "r1", "r2", "r3");
        Path segment = onlySegment();
        String text = Files.readString(segment);
        String damaged = text.replace("\"id\":\"r2\"", "\"id\":r2");
        Files.writeString(segment, damaged.substring(0, damaged.length() - 20));

        Table table = LogFolder.open(folder).read(Progress.none());

        assertEquals(List.of("r1"), table.find("id").orElseThrow().texts());
        assertEquals(
                List.of(segment + ", line 3"),
                table.faults().stream().map(f -> f.part().where()).toList());
    }

    @Test
    void columnsThatComeAndGoAreMissingElsewhereAndNamed() throws Problem {
        write(PredictionLogTest.SCHEMA, "r1");
        LogSchema next =
                new LogSchema(
                        "credit",
                        "4",
                        "cd34",
                        List.of(
                                new ColumnInfo("age", ColumnKind.NUMBER),
                                new ColumnInfo("income", ColumnKind.INTEGER),
                                new ColumnInfo("label", ColumnKind.INTEGER, Role.PREDICTION)));
        try (PredictionLog log = PredictionLog.open(folder, next, LogOptions.usual())) {
            log.append(
                    new Prediction(
                            "r2",
                            Instant.EPOCH,
                            Duration.ZERO,
                            200,
                            Table.of(Column.numbers("age", 1), Column.integers("income", 7)),
                            Table.of(Column.integers("label", 0))));
        }

        Table table = LogFolder.open(folder).read(Progress.none());

        assertEquals(List.of("", "7"), table.find("income").orElseThrow().texts());
        assertEquals(List.of("Köln", ""), table.find("city").orElseThrow().texts());
        assertEquals(
                List.of("[income (integer), city (text), probabilities (tensor)]"),
                table.faults().stream().map(f -> f.part().arguments().toString()).toList());
    }

    @Test
    void namesThatTheLogUsesItselfGoToTheFeatures() throws Problem {
        LogSchema schema =
                new LogSchema(
                        "m",
                        "1",
                        "",
                        List.of(
                                new ColumnInfo("id", ColumnKind.INTEGER),
                                new ColumnInfo("y", ColumnKind.INTEGER),
                                new ColumnInfo("y", ColumnKind.INTEGER, Role.PREDICTION)));
        try (PredictionLog log = PredictionLog.open(folder, schema, LogOptions.usual())) {
            log.append(
                    new Prediction(
                            "r",
                            Instant.EPOCH,
                            Duration.ZERO,
                            200,
                            Table.of(Column.integers("id", 1), Column.integers("y", 2)),
                            Table.of(Column.integers("y", 3))));
        }

        Table table = LogFolder.open(folder).read(Progress.none());

        assertEquals(List.of("id (log)", "ts", "latency_us", "id", "y", "y (out)"), table.names());
        assertEquals("3", table.find("y (out)").orElseThrow().text(0));
    }

    @Test
    void severalModelsAreNamedAndEachFolderOpens() throws Problem {
        write(PredictionLogTest.SCHEMA, "r1");
        LogSchema other = new LogSchema("fraud", "1", "", PredictionLogTest.SCHEMA.columns());
        write(other, "f1");

        Problem problem = assertThrows(Problem.class, () -> LogFolder.open(folder));

        assertEquals("log.models", problem.key());
        assertEquals("fraud", LogFolder.open(folder.resolve("fraud")).schema().model());
        assertTrue(LogFolder.matches(folder));
    }

    @Test
    void aFolderWithoutLogsIsAProblem() {
        assertEquals("log.none", assertThrows(Problem.class, () -> LogFolder.open(folder)).key());
        assertFalse(LogFolder.matches(folder));
    }

    @Test
    void rowsComeInPiecesOfOneKind() throws Problem {
        write(PredictionLogTest.SCHEMA, "a", "b", "c");
        List<String> pieces = new ArrayList<>();

        LogFolder.open(folder)
                .batches(
                        2,
                        Progress.none(),
                        piece -> pieces.add(piece.find("id").orElseThrow().texts().toString()));

        assertEquals(List.of("[a, b]", "[c]"), pieces);
    }

    @Test
    void aLogIsReadWhileItIsWritten() throws Problem, IOException {
        try (PredictionLog log =
                PredictionLog.open(folder, PredictionLogTest.SCHEMA, LogOptions.usual())) {
            log.append(PredictionLogTest.prediction("r1", 1));
            while (log.written() < 1) {
                Thread.onSpinWait();
            }
            Files.writeString(onlySegment(), "{\"id\":\"to", StandardOpenOption.APPEND);

            assertEquals(1, LogFolder.open(folder).read(Progress.none()).rows());
        }
    }

    /// Kills a process while it logs; what it had handed over more than the pause of the writer
    /// before is in the log, in order and whole.
    @Test
    void aKilledProcessLosesNothingThatWasWritten() throws Problem {
        Progress killing =
                (phase, done, total) -> {
                    if (enoughWritten()) {
                        writing().ifPresent(ProcessHandle::destroyForcibly);
                    }
                };

        Child.Ended ended =
                Child.run(
                        Child.java(
                                List.of("-Xmx128m"),
                                Writing.class.getName(),
                                List.of(folder.toString())),
                        new byte[0],
                        Duration.ofSeconds(60),
                        killing);
        Table table = LogFolder.open(folder).read(Progress.none());

        assertEquals(137, ended.exit(), ended::error);
        List<String> reported = ended.out().lines().toList();
        long written = Long.parseLong(reported.getLast());
        assertTrue(table.rows() >= written, () -> table.rows() + " of " + written + " are there");
        for (int row = 0; row < table.rows(); row++) {
            assertEquals("r" + row, table.find("id").orElseThrow().text(row));
        }
    }

    private boolean enoughWritten() {
        try {
            return LogFolder.matches(folder) && Files.size(onlySegment()) > 100_000;
        } catch (IOException | IndexOutOfBoundsException notYet) {
            return false;
        }
    }

    private Optional<ProcessHandle> writing() {
        try {
            String pid = Files.readString(folder.resolve("pid"));
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// The process that is killed: logs without end and says how many predictions were written.
    static final class Writing {
        public static void main(String[] arguments) throws Problem, IOException {
            String pid = Long.toString(ProcessHandle.current().pid());
            Files.writeString(Path.of(arguments[0], "pid"), pid);
            try (PredictionLog log =
                    PredictionLog.open(
                            Path.of(arguments[0]), PredictionLogTest.SCHEMA, LogOptions.usual())) {
                for (long i = 0; ; i++) {
                    while (!log.append(PredictionLogTest.prediction("r" + i, 1))) {
                        Thread.onSpinWait();
                    }
                    if (i % 500 == 0) {
                        System.out.println(log.written());
                        System.out.flush();
                    }
                    java.util.concurrent.locks.LockSupport.parkNanos(20_000);
                }
            }
        }
    }

    private void write(LogSchema schema, String... ids) throws Problem {
        try (PredictionLog log = PredictionLog.open(folder, schema, LogOptions.usual())) {
            for (String id : ids) {
                log.append(PredictionLogTest.prediction(id, 1));
            }
        }
    }

    private Path onlySegment() throws IOException {
        return Segment.of(folder.resolve("credit").resolve("3")).getFirst();
    }
}
