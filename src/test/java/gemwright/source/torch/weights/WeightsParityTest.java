package gemwright.source.torch.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Tensor;
import gemwright.scan.Verdict;
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Tensors are named, typed, shaped and filled as PyTorch and safetensors say of the same files.
class WeightsParityTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/gemwright/source/torch/weights");

    @ParameterizedTest
    @CsvSource({
        "kinds, model.pt",
        "kinds-legacy, model.pth",
        "checkpoint, last.ckpt",
        "two-networks, gan.pt",
        "parameters, model.pt",
        "safetensors, model.safetensors",
        "shards, model.safetensors.index.json"
    })
    void everyTensorIsAsTheLibrarySays(String folder, String file) throws Problem {
        Object expected =
                Objects.requireNonNull(
                        Json.read(FIXTURES.resolve(folder).resolve("expected.json")));

        try (SourceModel model = open(folder, file)) {
            Map<String, Object> found = new TreeMap<>();
            for (Tensor tensor : model.tensors()) {
                found.put(
                        tensor.name(),
                        Map.of(
                                "dtype",
                                tensor.type().numpy(),
                                "shape",
                                tensor.shape(),
                                "sum",
                                tensor.elements().numbers().sum()));
            }

            assertEquals(rounded(expected), rounded(found));
            assertEquals(Verdict.SAFE, model.safety().verdict());
        }
    }

    @Test
    void aCheckpointTellsWhatItsLayersSeemToBeAndItsPlainValues() throws Problem {
        try (SourceModel model = open("checkpoint", "last.ckpt")) {
            assertEquals(
                    Map.of("BatchNorm", 1, "LSTM", 1, "Linear", 1), model.summary().operators());
            assertEquals(Map.of("epoch", "4", "note", "best so far"), model.summary().metadata());
        }
    }

    @Test
    void shardsTellTheSuspectedArchitecture() throws Problem {
        try (SourceModel model = open("shards", "model.safetensors.index.json")) {
            assertEquals("BERT, 2 blocks", model.summary().metadata().get("architecture"));
        }
    }

    @ParameterizedTest
    @CsvSource({"kinds, model.pt", "safetensors, model.safetensors"})
    void conversionIsRefusedWithTheNextStepAsCode(String folder, String file) throws Problem {
        try (SourceModel model = open(folder, file)) {
            Problem refused =
                    assertThrows(
                            Problem.class,
                            () -> model.toOnnx(ConvertOptions.usual(), Progress.none()));

            assertTrue(
                    refused.getMessage()
                            .contains("dynamic_shapes=({0: torch.export.Dim(\"batch\")},)"),
                    refused::getMessage);
        }
    }

    private static SourceModel open(String folder, String file) throws Problem {
        return Sources.open(FIXTURES.resolve(folder).resolve(file), Progress.none());
    }

    /// Sums of floats in another order: to nine digits.
    private static Object rounded(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> all = new TreeMap<>();
                map.forEach((k, v) -> all.put(k, rounded(v)));
                yield all;
            }
            case List<?> list -> list.stream().map(WeightsParityTest::rounded).toList();
            case Double number -> "%.9g".formatted(number);
            case Long number -> number;
            default -> value;
        };
    }
}
