package gemwright.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.scan.Finding;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An opened model and the scan of its file have the same verdict.
class SafetyTest {
    private static final String CALL = "cos\nsystem\n(S'id'\ntR.";
    private static final String ARRAY_OF_OPCODES =
            "cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\u0081}(S'shape'\nK"
                    + (char) CALL.length()
                    + "\u0085S'order'\nS'C'\nS'dtype'\ncnumpy\ndtype\n(S'i1'\nI00\nI01\ntRub"
                    + CALL;

    @TempDir private Path folder;

    @Test
    void agreeOnOpcodesInTheBytesOfAnArray() throws Exception {
        Path file = write("\u0080\u0002" + ARRAY_OF_OPCODES + ".");

        assertEquals("scan.command", opened(file).getFirst().key());
        assertEquals(scanned(file), opened(file));
    }

    @Test
    void agreeOnOpcodesInTheBytesOfAnEstimator() throws Exception {
        Path file =
                write(
                        "\u0080\u0002csklearn.preprocessing._data\nMaxAbsScaler\n"
                                + ")\u0081}S'scale_'\n"
                                + ARRAY_OF_OPCODES
                                + "sb.");

        assertEquals("scan.command", opened(file).getFirst().key());
        assertEquals(scanned(file), opened(file));
    }

    private static List<Finding> scanned(Path file) throws Problem {
        return Scan.file(file, Progress.none()).map(ScanResult::findings).orElseThrow();
    }

    private static List<Finding> opened(Path file) throws Problem {
        try (SourceModel model = Sources.open(file, Progress.none())) {
            return model.safety().findings();
        }
    }

    private Path write(String pickle) throws IOException {
        return Files.write(
                folder.resolve("model.pkl"), pickle.getBytes(StandardCharsets.ISO_8859_1));
    }
}
