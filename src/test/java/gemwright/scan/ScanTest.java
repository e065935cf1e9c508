package gemwright.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Progress;
import gemwright.base.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Verdicts on small files, written here opcode by opcode: none of them is ever loaded by Python.
class ScanTest {
    private static final String CALL = "cos\nsystem\n(S'id'\ntR.";
    private static final String JOBLIB_ARRAY_OF_OPCODES =
            "cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\u0081}(S'shape'\nK"
                    + (char) CALL.length()
                    + "\u0085S'order'\nS'C'\nS'dtype'\ncnumpy\ndtype\n(S'i1'\nI00\nI01\ntRub"
                    + CALL;

    @TempDir private Path folder;

    @Test
    void namesTheCallItsPlaceAndWhyItMatters() throws Exception {
        // GLOBAL os system, a text, TUPLE1, REDUCE, STOP
        ScanResult result = scan("model.pkl", "\u0080\u0002cos\nsystem\nX\u0002\0\0\0id\u0085R.");

        assertEquals(Verdict.DANGEROUS, result.verdict());
        Finding finding = result.findings().getFirst();
        Texts texts = Texts.problems(Locale.ENGLISH);
        assertEquals(
                "byte 2: names os.system; it starts commands on the machine that loads the file",
                finding.where() + ": " + finding.what(texts) + "; " + finding.why(texts));
    }

    @Test
    void aPrefixOfTheVocabularyAllowsNothing() throws Exception {
        for (String name :
                new String[] {
                    "numpy\nos.system", "numpy.testing\nrunstring", "sklearn.svm\n_classes.os"
                }) {
            ScanResult result = scan("model.pkl", "\u0080\u0002c" + name + "\n)R.");

            assertEquals(Verdict.DANGEROUS, result.verdict(), name);
        }
    }

    @Test
    void aPickleBehindTheHeadOfAnotherFormatIsDangerous() throws Exception {
        // SHORT_BINBYTES, whose bytes spell the magic numbers of CatBoost and of TFLite
        assertEquals(Verdict.DANGEROUS, scan("a.cbm", "CBM1" + "\0".repeat(64) + CALL).verdict());
        assertEquals(
                Verdict.DANGEROUS,
                scan("b.tflite", "C\u0010\0\0TFL3" + "\0".repeat(10) + CALL).verdict());
    }

    @Test
    void opcodesInTheBytesOfAJoblibArrayAreDangerous() throws Exception {
        ScanResult result = scan("model.pkl", "\u0080\u0002" + JOBLIB_ARRAY_OF_OPCODES + ".");

        assertEquals(Verdict.DANGEROUS, result.verdict());
        assertEquals("scan.command", result.findings().getFirst().key());
    }

    @Test
    void opcodesInAnArrayOfAPickleInAnArchiveAreDangerous() throws Exception {
        byte[] pickle = bytes("\u0080\u0002" + JOBLIB_ARRAY_OF_OPCODES + ".");
        Path file = Files.write(folder.resolve("model.pt"), zip("archive/data.pkl", pickle));

        ScanResult result = Scan.file(file, Progress.none()).orElseThrow();

        assertEquals(Verdict.DANGEROUS, result.verdict());
    }

    @Test
    void tensorsInAFileOfOldPyTorchAreSafe() throws Exception {
        ScanResult result = scan("weights.pt", oldTorch("(S'storage'\nctorch\nFloatStorage\ntQ."));

        assertEquals(Verdict.SAFE, result.verdict());
        assertEquals("torch-weights", result.format());
    }

    @Test
    void aCallInAFileOfOldPyTorchIsDangerous() throws Exception {
        ScanResult result = scan("weights.pt", oldTorch(CALL + "."));

        assertEquals(Verdict.DANGEROUS, result.verdict());
        assertEquals("scan.command", result.findings().getFirst().key());
    }

    @Test
    void layersInAFileOfOldPyTorchMakeItAModule() throws Exception {
        ScanResult result = scan("net.pt", oldTorch("ctorch.nn.modules.linear\nLinear\n)\u0081."));

        assertEquals("torch-module", result.format());
    }

    /// Magic number, protocol, machine, the object, and the key of a tensor of one number.
    private static String oldTorch(String object) {
        return "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019."
                + "\u0080\u0002M\u00e9\u0003."
                + "\u0080\u0002}."
                + "\u0080\u0002"
                + object
                + "\u0080\u0002]S'0'\na."
                + "\u0001\0\0\0\0\0\0\0\0\0\u0080?";
    }

    @Test
    void aClassOfNobodyIsUnknownNotDangerous() throws Exception {
        ScanResult result = scan("model.pkl", "\u0080\u0002cmy_company\nRatio\n)\u0081.");

        assertEquals(Verdict.UNKNOWN, result.verdict());
    }

    @Test
    void aSecondPickleBehindTheFirstIsDangerous() throws Exception {
        assertEquals(
                Verdict.DANGEROUS, scan("model.pkl", "\u0080\u0002N.\u0080\u0002N.").verdict());
    }

    @Test
    void aFileCutOffIsDamaged() throws Exception {
        ScanResult result = scan("model.pkl", "\u0080\u0002X\u0005\0\0\0ab");

        assertEquals(Verdict.DAMAGED, result.verdict());
    }

    @Test
    void plainDataIsSafe() throws Exception {
        assertEquals(
                Verdict.SAFE, scan("model.pkl", "\u0080\u0002]q\0(K\u0001K\u0002e.").verdict());
    }

    @Test
    void looksIntoPicklesOfArchivesWithinArchives() throws Exception {
        byte[] inner = zip("archive/data.pkl", bytes("\u0080\u0002cos\nsystem\n."));

        Path file = Files.write(folder.resolve("model.pt"), zip("weights.pt", inner));

        ScanResult result = Scan.file(file, Progress.none()).orElseThrow();
        assertEquals(Verdict.DANGEROUS, result.verdict());
        assertEquals("weights.pt/archive/data.pkl, byte 2", result.findings().getFirst().where());
    }

    @Test
    void findsTheLambdaLayerOfKeras() throws Exception {
        String config =
                "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [{\"class_name\":"
                        + " \"Lambda\", \"config\": {\"name\": \"scale\"}}]}}";
        Path file = Files.write(folder.resolve("m.keras"), zip("config.json", bytes(config)));

        ScanResult result = Scan.file(file, Progress.none()).orElseThrow();

        assertEquals("config.json, scale", result.findings().getFirst().where());
        assertEquals("scan.lambda", result.findings().getFirst().key());
    }

    @Test
    void aFileThatIsNoModelHasNoVerdict() throws Exception {
        Path page = Files.writeString(folder.resolve("m.pkl"), "<!DOCTYPE html><html></html>");

        assertTrue(Scan.file(page, Progress.none()).isEmpty());
        assertEquals("source.webPage", Scan.notAModel(page).key());
    }

    @Test
    void everyFindingHasItsSentencesInBothLanguages() throws Exception {
        Finding finding = Finding.of(Verdict.UNKNOWN, "scan.unknown", "byte 2", "a.B");

        assertEquals("使用了 a.B", finding.what(Texts.problems(Locale.CHINA)));
        assertEquals("它不在模型文件的词汇之内，是否有害无从得知", finding.why(Texts.problems(Locale.CHINA)));
    }

    private ScanResult scan(String name, String content) throws Exception {
        Path file = Files.write(folder.resolve(name), bytes(content));
        Optional<ScanResult> result = Scan.file(file, Progress.none());
        return result.orElseThrow();
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
