package gemwright.source.catboost;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.source.Damage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/// A damaged booster is a problem or another booster, never a defect or a hang.
class DamagedBoosterTest {
    private static byte[] fixture(String name) throws IOException {
        try (InputStream file =
                DamagedBoosterTest.class.getResourceAsStream(
                        "/gemwright/source/catboost/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    private static void read(byte[] bytes) throws Problem {
        CatboostFormat.read(MemorySegment.ofArray(bytes), "model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaf-by-leaf/model.cbm",
                "three-classes-native/model.cbm",
                "three-classes-document/model.json"
            })
    void aCutFileIsAProblem(String name) throws IOException {
        byte[] whole = fixture(name);

        for (int length = 0; length < whole.length; length += length < 3000 ? 1 : 17) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(Problem.class, () -> read(cut), () -> name + " cut at " + cut.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaf-by-leaf/model.cbm",
                "three-classes-native/model.cbm",
                "three-classes-document/model.json"
            })
    void aFlippedByteIsAProblemOrAnotherBooster(String name) throws IOException {
        byte[] whole = fixture(name);
        Random random = new Random(11);

        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] flipped = Damage.flipped(whole, random);
            refused += Damage.isRefused(Duration.ofSeconds(1), () -> read(flipped), name) ? 1 : 0;
        }
        assertTrue(refused > 50, name + " " + refused);
    }
}
