package gemwright.source.tensorflow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.Damage;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A damaged SavedModel is a problem or another model, never a defect or a hang; a wrong variable
/// is found by its checksum.
class DamagedSavedModelTest {
    private static final Path WHOLE =
            Path.of("src/test/resources/gemwright/source/tensorflow/saved_model/model");

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saved_model.pb",
                "variables/variables.index",
                "variables/variables.data-00000-of-00001"
            })
    void whatIsFlippedOrCutIsAProblemOrAnotherModel(String name) throws IOException {
        byte[] whole = Files.readAllBytes(WHOLE.resolve(name));
        copy();
        Random random = new Random(11);

        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = i % 3 == 0 ? cut(whole, random) : Damage.flipped(whole, random);
            Files.write(folder.resolve(name), bytes);
            refused += refused(name + " " + i);
        }
        // Two thirds of the shard are weights; the rest is the object graph, which nobody needs.
        assertTrue(refused > (name.startsWith("variables") ? 150 : 80), name + " " + refused);
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(WHOLE)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path target = folder.resolve(WHOLE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static byte[] cut(byte[] whole, Random random) {
        return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
    }

    private int refused(String name) {
        return Damage.isRefused(Duration.ofSeconds(3), this::convert, name) ? 1 : 0;
    }

    private void convert() throws Problem {
        try (SourceModel model = Sources.open(folder, Progress.none())) {
            model.toOnnx(ConvertOptions.usual(), Progress.none());
        }
    }
}
