package gemwright.source.keras;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.Damage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/// A damaged Keras file is a problem or another model, never a defect or a hang.
class DamagedKerasTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/source/keras");

    private static void convert(byte[] bytes) throws Problem {
        try (KerasFile file = KerasFile.of(MemorySegment.ofArray(bytes).asReadOnly(), "model")) {
            Weights.all(file.hdf5(), "model");
            if (file.model().isPresent()) {
                ModelSpec model = ModelSpec.of(file.model().get());
                new KerasConversion(file, model, ConvertOptions.usual(), Progress.none()).run();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested/model.keras", "nested_h5/model.h5"})
    void aCutFileIsAProblem(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(name));

        int refused = 0;
        int cuts = 0;
        for (int length = 1; length < whole.length; length += 97) {
            refused += refused(Arrays.copyOf(whole, length), name + " cut at " + length);
            cuts++;
        }
        assertTrue(refused >= cuts * 9 / 10, refused + " of " + cuts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested/model.keras", "nested_h5/model.h5", "lstm/model.keras"})
    void aFlippedBitIsAProblemOrAnotherModel(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(name));
        Random random = new Random(11);

        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            refused += refused(Damage.flipped(whole, random), name + " " + i);
        }
        assertTrue(refused > 100, Integer.toString(refused));
    }

    private static int refused(byte[] bytes, String name) {
        return Damage.isRefused(Duration.ofSeconds(3), () -> convert(bytes), name) ? 1 : 0;
    }
}
