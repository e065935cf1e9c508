package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class ArrayTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/data/arrays");

    @TempDir Path folder;

    static List<List<String>> cases() throws IOException {
        return Files.readAllLines(FIXTURES.resolve("expected.tsv")).stream()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTypeIsReadAsNumpyReadsIt(List<String> expected) throws Problem {
        String name = expected.getFirst();

        NdArray array = only(FIXTURES.resolve("npy").resolve(name + ".npy"));

        List<String> said = new ArrayList<>();
        said.add(name);
        said.add(String.join("x", array.shape().stream().map(String::valueOf).toList()));
        for (long i = 0; i < array.size(); i++) {
            said.add(spelledAsPython(array, i));
        }
        assertEquals(array.size() == 0 ? expected.subList(0, 2) : numeric(expected), numeric(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version2.npy", "version3.npy"})
    void allVersionsOfTheFormatAreRead(String file) throws Problem {
        assertEquals(
                NdArray.of(new float[] {0, 1, 2, 3, 4, 5}, 3, 2), only(FIXTURES.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource({"objects.npy", "records.npy", "dates.npy"})
    void whatWouldHaveToBeExecutedOrGuessedIsRefusedByItsType(String file) {
        Problem problem =
                assertThrows(
                        Problem.class, () -> Data.arrays(FIXTURES.resolve(file), Progress.none()));

        assertEquals("npy.type", problem.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void anArchiveIsATableOfTheArraysThatAreEquallyLong(String file) throws Problem {
        Table table = read(FIXTURES.resolve(file));

        assertEquals(List.of("x", "y"), table.names());
        assertEquals(
                NdArray.of(new float[] {0, 1, 2, 3, 4, 5}, 3, 2),
                table.columns().getFirst().tensor());
        assertEquals(Column.integers("y", 0, 1, 0), table.columns().get(1));
    }

    @Test
    void constantsAndStatesAreNamedAndStillAtHand() throws Problem {
        Path file = FIXTURES.resolve("stored.npz");

        assertEquals(
                List.of("[rate, [], 3]", "[state, [2, 5], 3]"),
                read(file).faults().stream().map(f -> f.part().arguments().toString()).toList());
        assertEquals(
                16000,
                Objects.requireNonNull(Data.arrays(file, Progress.none()).get("rate")).integer(0));
    }

    @Test
    void oneNumberARowIsAPlainColumn() throws Problem {
        assertEquals(
                Table.of(Column.numbers("line", 1.5, Double.NaN, Double.NEGATIVE_INFINITY)),
                read(FIXTURES.resolve("npy/line.npy")));
    }

    @Test
    void aFolderGivesOneSampleAFileWithShapesOfItsOwn() throws Problem {
        SampleSource samples =
                assertInstanceOf(
                        SampleSource.class,
                        Data.open(FIXTURES.resolve("samples"), ReadOptions.inferred()));
        List<String> seen = new ArrayList<>();

        samples.samples(Progress.none(), (file, arrays) -> seen.add(file + arrays.get("image")));

        assertEquals(
                List.of(
                        "s0.npzfloat32[1, 1, 2]",
                        "s1.npzfloat32[1, 1, 3]",
                        "s2.npzfloat32[1, 1, 2]"),
                seen);
        Problem differ = assertThrows(Problem.class, () -> samples.read(Progress.none()));
        assertEquals("data.samples.differ", differ.key());
    }

    @Test
    void aFolderWithoutSamplesIsAProblem() {
        Problem problem =
                assertThrows(Problem.class, () -> Data.open(folder, ReadOptions.inferred()));

        assertEquals("data.folder", problem.key());
    }

    @Test
    void compressedArraysAreRead() throws Problem, IOException {
        Path packed = folder.resolve("line.npy.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Files.readAllBytes(FIXTURES.resolve("npy/line.npy")));
        }
        Files.write(packed, bytes.toByteArray());

        assertEquals(read(FIXTURES.resolve("npy/line.npy")), read(packed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy/f4.npy", "stored.npz", "deflated.npz", "npy/unicode.npy"})
    void aFileCutAnywhereIsAProblem(String file) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(file));
        Path cut = folder.resolve("cut");

        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    for (int length = 0; length < whole.length; length++) {
                        Files.write(cut, Arrays.copyOf(whole, length));
                        assertThrows(Problem.class, () -> Data.arrays(cut, Progress.none()));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy/f4.npy", "stored.npz", "deflated.npz", "npy/unicode.npy"})
    void aFlippedByteIsAProblemOrAnotherArrayOfThisSize(String file) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(file));
        Path flipped = folder.resolve("flipped");
        Random random = new Random(7);

        for (int i = 0; i < 1000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(flipped, bytes);
            assertTimeout(Duration.ofSeconds(1), () -> problemOrSmall(flipped));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2)} + exit()",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, -2), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (6), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), 'more': 1}",
                "{'descr': '<f4', 'fortran_order': False, 'descr': '<f4', 'shape': (3, 2)}",
                "{'descr': '<f4', 'shape': (3, 2)}",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (3, 2)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (999999999999999999, 999)}",
                "{'descr': 'O', 'fortran_order': False, 'shape': (3,)}",
                "__import__('os').system('true')"
            })
    void aHeaderIsParsedNotEvaluated(String header) throws IOException {
        byte[] literal = header.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.write(new byte[] {(byte) literal.length, (byte) (literal.length >> 8)});
        file.write(literal);
        file.write(new byte[24]);
        Path path = Files.write(folder.resolve("hostile.npy"), file.toByteArray());

        assertThrows(Problem.class, () -> Data.arrays(path, Progress.none()));
    }

    private static void problemOrSmall(Path path) {
        try {
            for (NdArray array : Data.arrays(path, Progress.none()).values()) {
                assertEquals(true, array.size() <= 100, array::toString);
            }
        } catch (Problem expected) {
            assertEquals(false, expected.parts().isEmpty());
        }
    }

    private static Table read(Path path) throws Problem {
        return Data.open(path, ReadOptions.inferred()).read(Progress.none());
    }

    private static NdArray only(Path path) throws Problem {
        Map<String, NdArray> arrays = Data.arrays(path, Progress.none());
        return arrays.values().iterator().next();
    }

    private static String spelledAsPython(NdArray array, long i) {
        return switch (array.dtype()) {
            case COMPLEX64, COMPLEX128 -> array.number(i) + " " + array.imaginary(i);
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> Double.toString(array.number(i));
            case BOOL -> Long.toString(array.integer(i));
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, STRING -> array.text(i);
        };
    }

    /// Python spells some doubles otherwise: `1e-05`, `nan`, `inf`.
    private static List<String> numeric(List<String> spelled) {
        return spelled.stream()
                .map(s -> s.replace("nan", "NaN").replace("inf", "Infinity"))
                .toList();
    }
}
