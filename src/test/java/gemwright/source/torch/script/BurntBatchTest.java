package gemwright.source.torch.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Shape;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// A trace that holds the batch of its example as a number takes that batch only, and says so.
class BurntBatchTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/gemwright/source/torch/script-burnt");

    @ParameterizedTest
    @ValueSource(strings = {"view.pt", "state.pt", "joined.pt", "added.pt"})
    void theBatchIsFixedWithANote(String file) throws Problem {
        try (SourceModel model = Sources.open(FIXTURES.resolve(file), Progress.none())) {
            Converted converted = model.toOnnx(ConvertOptions.usual(), Progress.none());

            assertEquals(
                    Shape.of(3, 5, 4),
                    converted.model().graph().inputs().getFirst().shape().orElseThrow());
            assertEquals(
                    List.of("torch.batchFixed"),
                    converted.notes().stream().map(Problem.Part::key).toList());
        }
    }
}
