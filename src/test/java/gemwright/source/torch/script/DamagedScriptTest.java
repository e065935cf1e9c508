package gemwright.source.torch.script;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;
import gemwright.source.torch.script.syntax.Parser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A damaged archive is a problem or another model, never a defect or a hang.
class DamagedScriptTest {
    private static final Path ARCHIVE =
            Path.of("src/test/resources/gemwright/source/torch/script/control-script/model.pt");

    @TempDir private Path folder;

    @Test
    void aCutArchiveIsAProblem() throws IOException {
        byte[] whole = Files.readAllBytes(ARCHIVE);

        for (int length = 0; length < whole.length; length += 29) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThrows(Problem.class, () -> convert(cut), "cut at " + length);
        }
    }

    @Test
    void aFlippedByteIsAProblemOrAnotherModel() throws IOException {
        byte[] whole = Files.readAllBytes(ARCHIVE);
        Random random = new Random(5);
        int refused = 0;

        for (int i = 0; i < 1000; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("flipped"), flipped);
            refused += refused(() -> convert(file));
        }

        assertTrue(refused > 100, () -> "refused");
    }

    /// Checksums keep damage from the source; whoever writes them anew gets this far.
    @Test
    void aFlippedCharacterOfSourceIsAProblemOrAnotherProgram() throws IOException {
        String source = source();
        Random random = new Random(6);
        int refused = 0;

        for (int i = 0; i < 3000; i++) {
            char[] flipped = source.toCharArray();
            flipped[random.nextInt(flipped.length)] ^= (char) (1 << random.nextInt(7));
            refused += refused(() -> Parser.parse(new String(flipped), "f.py", "f.py"));
        }

        assertTrue(refused > 100, () -> "refused");
    }

    @Test
    void nestingWithoutEndIsAProblem() {
        String deep = "def f(x):\n  return " + "(".repeat(100_000);

        assertThrows(Problem.class, () -> Parser.parse(deep, "f.py", "f.py"));
        assertThrows(
                Problem.class,
                () -> Parser.parse("def f(x):\n  return " + "-".repeat(100_000) + "1\n", "f", "f"));
    }

    private interface Reading {
        void run() throws Problem;
    }

    private static int refused(Reading reading) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> {
                    try {
                        reading.run();
                        return 0;
                    } catch (Problem damaged) {
                        return 1;
                    }
                });
    }

    private static void convert(Path file) throws Problem {
        try (SourceModel model = Sources.open(file, Progress.none())) {
            model.summary();
            model.safety();
            model.toOnnx(ConvertOptions.usual(), Progress.none());
        }
    }

    private static String source() throws IOException {
        try (ZipFile zip = new ZipFile(ARCHIVE.toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".py")).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertTrue(all.length() > 1000);
            return all.toString();
        }
    }
}
