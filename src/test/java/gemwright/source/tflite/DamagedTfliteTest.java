package gemwright.source.tflite;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.Damage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/// A damaged TFLite file is a problem or another model, never a defect or a hang.
class DamagedTfliteTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/source/tflite");
    private static final Path WHOLE = FIXTURES.resolve("conv_valid_relu/model.tflite");
    private static final int FLIPS = Integer.getInteger("gemwright.flips", 100);

    private static void convert(byte[] bytes) throws Problem {
        TfliteFile file = TfliteFile.of(MemorySegment.ofArray(bytes).asReadOnly(), "model");
        new TfliteConversion(file, ConvertOptions.usual(), Progress.none()).run();
    }

    @Test
    void aCutFileIsAProblemOrLacksWhatNobodyReads() throws IOException {
        byte[] whole = Files.readAllBytes(WHOLE);

        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            refused += refused(cut, "cut");
        }
        assertTrue(refused > whole.length * 9 / 10, refused + " of " + whole.length);
        assertThrows(Problem.class, () -> convert(Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void aFlippedBitIsAProblemOrAnotherModel() throws IOException {
        Random random = new Random(11);
        int refused = 0;
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tflite")).sorted().toList()) {
                byte[] whole = Files.readAllBytes(file);
                for (int i = 0; i < FLIPS; i++) {
                    refused += refused(Damage.flipped(whole, random), file.toString());
                }
            }
        }
        assertTrue(refused > 1000, Integer.toString(refused));
    }

    private static int refused(byte[] bytes, String name) {
        return Damage.isRefused(Duration.ofSeconds(2), () -> convert(bytes), name) ? 1 : 0;
    }
}
