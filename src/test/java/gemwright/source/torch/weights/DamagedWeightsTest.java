package gemwright.source.torch.weights;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Tensor;
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
import java.util.Random;

/// Damaged files of tensors are problems or other tensors, never a defect or a hang.
class DamagedWeightsTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/gemwright/source/torch/weights");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two-networks/gan.pt",
                "kinds-legacy/model.pth",
                "safetensors/model.safetensors"
            })
    void aCutFileIsAProblem(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(name));

        for (int length = 0; length < whole.length; length += length < 2000 ? 1 : 13) {
            Path cut = write(Arrays.copyOf(whole, length));
            assertThrows(Problem.class, () -> read(cut), name + " cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kinds/model.pt",
                "kinds-legacy/model.pth",
                "safetensors/model.safetensors",
                "shards/model.safetensors.index.json"
            })
    void aFlippedByteIsAProblemOrOtherTensors(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(name));
        Random random = new Random(8);

        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            Path file = write(Damage.flipped(whole, random));
            refused += Damage.isRefused(Duration.ofSeconds(1), () -> read(file), name) ? 1 : 0;
        }
        assertTrue(refused > 100, name + " " + refused);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model"), bytes);
    }

    private static void read(Path file) throws Problem {
        try (SourceModel model = Sources.open(file, Progress.none())) {
            model.summary();
            model.safety();
            for (Tensor tensor : model.tensors()) {
                var _ = tensor.elements().numbers().sum();
            }
        }
    }
}
