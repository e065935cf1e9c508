package gemwright.format.pickle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file becomes plain values, and what it names is listed, not looked up.
class PickleFileTest {
    @Test
    void readsAFileAndListsWhatItNames(@TempDir Path folder) throws IOException, Problem {
        Path file = folder.resolve("scaler.pkl");
        Files.write(
                file,
                latin(
                        "\u0080\u0002csklearn.preprocessing._data\nMaxAbsScaler\n)\u0081"
                                + "}X\u0004\0\0\0copyK\u0001sb."));

        try (PickleFile pickle = PickleFile.open(file, Progress.none())) {
            PickleObject scaler = assertInstanceOf(PickleObject.class, pickle.root());

            assertEquals("sklearn.preprocessing.MaxAbsScaler", scaler.typeName());
            assertEquals(Optional.of(new PickleInteger(1)), scaler.attribute("copy"));
            assertEquals(
                    List.of(
                            new PickleReference(
                                    new PickleGlobal("sklearn.preprocessing._data", "MaxAbsScaler"),
                                    2,
                                    List.of(PickleReference.Use.NAMED, PickleReference.Use.MADE))),
                    pickle.references());
        }
    }

    @Test
    void refusesAnEmptyFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("empty.pkl"));

        Problem problem = assertThrows(Problem.class, () -> PickleFile.open(file, Progress.none()));

        assertEquals("file.empty", problem.key());
    }

    @Test
    void refusesBytesAfterTheEnd() {
        assertEquals("pickle.trailing", refusal("N.N."));
    }

    @Test
    void givesArraysInRowMajorOrder() throws Problem {
        String type = "cnumpy\ndtype\n(S'i1'\nI00\nI01\ntR(I3\nS'|'\nNNNI-1\nI-1\nI0\ntb";
        String array =
                "cnumpy.core.multiarray\n"
                        + "_reconstruct\n"
                        + "(cnumpy\n"
                        + "ndarray\n"
                        + "(I0\n"
                        + "tS'b'\n"
                        + "tR(I1\n"
                        + "(I2\n"
                        + "I3\n"
                        + "t"
                        + type
                        + "I01\nS'\\x01\\x04\\x02\\x05\\x03\\x06'\ntb.";

        try (PickleFile pickle = read(array)) {
            NumpyArray read = assertInstanceOf(NumpyArray.class, pickle.root());

            assertEquals(List.of(2, 3), read.shape());
            assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6}, read.integers());
        }
    }

    private static String refusal(String pickle) {
        return assertThrows(Problem.class, () -> read(pickle)).key();
    }

    private static PickleFile read(String pickle) throws Problem {
        return PickleFile.of(MemorySegment.ofArray(latin(pickle)), "test", Progress.none());
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
