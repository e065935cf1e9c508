package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

class ParquetTest {
    private static final Path TYPES =
            Path.of("src/test/resources/gemwright/data/parquet/types.parquet");

    @TempDir Path folder;

    @Test
    void everyTypeBecomesAKind() throws Problem {
        List<String> columns = new ArrayList<>();
        for (Column column : read(TYPES).columns()) {
            columns.add(column.name() + " " + column.kind() + " " + column.texts());
        }

        assertEquals(
                List.of(
                        "whole INTEGER [1, , -4611686018427387904]",
                        "small INTEGER [1, 2, 255]",
                        "large TEXT [1, 2, 18446744073709551615]",
                        "real NUMBER [0.5, , Infinity]",
                        "single NUMBER [0.10000000149011612, , 2]",
                        "money NUMBER [1.25, , -3.5]",
                        "truth BOOLEAN [true, , false]",
                        "it's \"a\"; DROP TABLE t TEXT [Köln, , ]",
                        "kind TEXT [a, b, a]",
                        "day TIME [2026-02-28T00:00:00Z, , 1969-12-31T00:00:00Z]",
                        "moment TIME [2026-02-28T17:05:09.123456Z, , 1970-01-01T00:00:00Z]",
                        "zoned TIME [2026-02-28T17:05:00Z, , ]",
                        "vector TENSOR [[1.0, 2.5], [0.0, -1.0], [3.0, 4.0]]",
                        "ragged TEXT [[1], [1, 2], ]",
                        "nested TEXT [{'x': 1}, , {'x': 3}]"),
                columns);
    }

    @Test
    void aFileWithoutRowsIsATable() throws Problem {
        Table table = read(TYPES.resolveSibling("norows.parquet"));

        assertEquals(List.of("whole", "kind"), table.names());
        assertEquals(0, table.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's.parquet", "a[1]*?.parquet", "year=2026/x.parquet", "-; --.csv"})
    void pathsMayHoldAnything(String name) throws Problem, IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(TYPES, file);
        Files.copy(TYPES, folder.resolve("a1xy.parquet"));

        assertEquals(3, read(file).rows());
        assertEquals(15, read(file).columns().size());
    }

    @Test
    void rowsComeInPieces() throws Problem {
        List<Integer> sizes = new ArrayList<>();

        Data.open(TYPES, ReadOptions.inferred().withKind("whole", ColumnKind.TEXT))
                .batches(2, Progress.none(), piece -> sizes.add(piece.rows()));

        assertEquals(List.of(2, 1), sizes);
    }

    @Test
    void aCompressedFileIsUnpackedAsideAndTheCopyRemoved() throws Problem, IOException {
        Path packed = folder.resolve("types.parquet.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Files.readAllBytes(TYPES));
        }
        Files.write(packed, bytes.toByteArray());

        assertEquals(read(TYPES), read(packed));

        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertFalse(
                    left.anyMatch(p -> p.getFileName().toString().contains("gemwright.parquet.")));
        }
    }

    @Test
    void aCutFileIsAProblem() throws IOException {
        byte[] whole = Files.readAllBytes(TYPES);
        Path cut = folder.resolve("cut.parquet");
        for (int length = 4; length < whole.length; length += 97) {
            Files.write(cut, Arrays.copyOf(whole, length));

            assertThrows(Problem.class, () -> read(cut));
        }
    }

    @Test
    void aKindThatTheColumnCannotHaveIsRefused() {
        ReadOptions options = ReadOptions.inferred().withKind("kind", ColumnKind.NUMBER);

        Problem problem =
                assertThrows(Problem.class, () -> Data.open(TYPES, options).read(Progress.none()));

        assertEquals("data.column.kind", problem.key());
    }

    @Test
    void aLongQueryStopsWhenAsked() {
        Progress stopping =
                (phase, done, total) -> {
                    throw new Cancelled();
                };
        try (DuckDb duck = DuckDb.open()) {
            assertThrows(
                    Cancelled.class,
                    () ->
                            duck.ask(
                                    "SELECT count(*) FROM range(1000000000000) t(i) WHERE i % 7 ="
                                            + " 3",
                                    TYPES, stopping, rows -> rows.next()));
        }
    }

    private static Table read(Path file) throws Problem {
        return Data.open(file, ReadOptions.inferred()).read(Progress.none());
    }
}
