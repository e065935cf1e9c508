package gemwright.ui.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Progress;
import gemwright.workbench.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the Convert screen lists before anything is written.
class EngineConvertingTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void theOperatorsOfANetworkAreListedWithTheirNumber() throws Exception {
        Plan plan = plan("tensorflow/saved_model/model");

        assertEquals(Optional.empty(), plan.refusal());
        assertEquals(
                List.of(
                        new Plan.Step("Conv2D", "× 1", "", true),
                        new Plan.Step("MatMul", "× 2", "", true)),
                plan.steps().stream()
                        .filter(s -> List.of("Conv2D", "MatMul").contains(s.path()))
                        .toList());
    }

    @Test
    void whatStandsInTheWayIsMarked() throws Exception {
        Path file = folder.resolve("model.pb");
        // A GraphDef of two nodes of an operator that ONNX does not have.
        byte[] graph = {
            10, 8, 10, 1, 'x', 18, 3, 'S', 'v', 'd', 10, 11, 10, 1, 'y', 18, 3, 'S', 'v', 'd', 26,
            1, 'x'
        };
        Files.write(file, graph);

        Plan plan =
                new EngineConverting(Workspace.at(folder)).plan(file, choice(), Progress.none());

        assertEquals(List.of(new Plan.Step("Svd", "× 2", "", false)), plan.steps());
    }

    private Plan plan(String fixture) throws Exception {
        return new EngineConverting(Workspace.at(folder))
                .plan(
                        Path.of("src/test/resources/gemwright/source", fixture),
                        choice(),
                        Progress.none());
    }

    private static Choice choice() {
        return new Choice(Optional.empty(), false, Optional.empty());
    }
}
