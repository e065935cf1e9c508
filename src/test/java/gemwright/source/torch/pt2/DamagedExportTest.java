package gemwright.source.torch.pt2;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.Damage;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A damaged program is a problem or another model, never a defect or a hang.
class DamagedExportTest {
    private static final Path PROGRAM =
            Path.of("src/test/resources/gemwright/source/torch/pt2/products-plain/model.pt2");

    @TempDir private Path folder;

    @Test
    void aCutArchiveIsAProblem() throws IOException {
        byte[] whole = Files.readAllBytes(PROGRAM);

        for (int length = 0; length < whole.length; length += 37) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThrows(Problem.class, () -> convert(cut), "cut at " + length);
        }
    }

    /// Checksums keep damage from the program; whoever writes them anew gets this far.
    @Test
    void aFlippedByteOfTheProgramIsAProblemOrAnotherModel() throws IOException {
        Random random = new Random(9);
        int refused = 0;

        for (int i = 0; i < 600; i++) {
            Path file = flipped(random);
            refused +=
                    Damage.isRefused(Duration.ofSeconds(2), () -> convert(file), "flip " + i)
                            ? 1
                            : 0;
        }

        int seen = refused;
        assertTrue(seen > 60, () -> seen + " refused");
    }

    private Path flipped(Random random) throws IOException {
        Path file = folder.resolve("flipped.pt2");
        try (ZipFile zip = new ZipFile(PROGRAM.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".json")) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return file;
    }

    private static void convert(Path file) throws Problem {
        try (SourceModel model = Sources.open(file, Progress.none())) {
            model.summary();
            model.safety();
            model.toOnnx(ConvertOptions.usual(), Progress.none());
        }
    }
}
