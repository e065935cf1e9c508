package gemwright.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestDesk;
import gemwright.ui.task.Outcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// On the bundled network, with the real engine and no window.
class InspectViewModelTest {
    private static final Path DIGITS = Path.of("sample-models", "digits", "digits_cnn.onnx");

    @TempDir private Path folder;

    private TestDesk desk;
    private InspectViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(folder);
        model = new InspectViewModel(desk.desk(), new EngineInspecting());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Inspected inspect(Path file) {
        desk.desk().lineage().open(file);
        desk.playUntilIdle();
        return model.model().get().found().orElseThrow();
    }

    @Test
    void showsTheGraphInTheOrderOfComputation() {
        Inspected digits = inspect(DIGITS);

        assertEquals(
                List.of(
                        "Conv", "Relu", "MaxPool", "Conv", "Relu", "Reshape", "Gemm", "Relu",
                        "Gemm"),
                digits.nodes().stream().map(NodeRow::operator).toList());
        assertEquals("graph", model.tab().get());
        // nine nodes, one input, one output
        assertEquals(11, digits.placement().boxes().size());
        assertEquals(10, digits.placement().lines().size());
    }

    @Test
    void findsByOperatorAndByTheShapeOfWeights() {
        inspect(DIGITS);

        model.find().set("op:conv shape:3x3");

        assertEquals(Set.of("node 0", "node 3"), model.found().get());
    }

    @Test
    void sumsUpTheLargestWeightsOfTheNodeSelected() {
        inspect(DIGITS);

        model.selected().set(Optional.of("node 0"));
        desk.playUntilIdle();

        WeightStatistics weights = model.weights().get().found().orElseThrow();
        // 32 filters of 1x3x3
        assertEquals(288, weights.count());
        assertEquals(288, weights.counts().stream().mapToLong(Long::longValue).sum());
        assertTrue(weights.min() < weights.mean() && weights.mean() < weights.max());
    }

    @Test
    void showsWhyAFileCannotBeRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");

        desk.desk().lineage().open(broken);
        desk.playUntilIdle();

        assertTrue(model.model().get() instanceof Outcome.Failed<Inspected>);
        assertTrue(model.convert().obstacle().get().isPresent());
    }

    @Test
    void copiesTheLineOfTheCommandLine() {
        inspect(DIGITS);

        assertEquals(
                Optional.of("gemwright inspect sample-models/digits/digits_cnn.onnx"),
                desk.desk().actions().get("inspect.run").commandLine());
    }
}
