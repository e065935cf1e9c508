package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Progress;
import gemwright.scan.Verdict;

import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

class InspectionTest {
    private static Path model(String name) {
        try {
            String resource = "/gemwright/onnx/models/" + name;
            return Path.of(
                    Objects.requireNonNull(InspectionTest.class.getResource(resource)).toURI());
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static Inspection inspected(String name) throws Exception {
        return Inspection.of(model(name), true, Progress.none());
    }

    @Test
    void statisticsAreNumpys() throws Exception {
        Map<String, TensorFigures.Numbers> found =
                inspected("statistics.onnx").tensors().orElseThrow().stream()
                        .collect(
                                Collectors.toMap(
                                        TensorFigures::name, t -> t.numbers().orElseThrow()));

        for (String line : Files.readAllLines(model("statistics.tsv"))) {
            String[] expected = line.split("\t", -1);
            TensorFigures.Numbers numbers = Objects.requireNonNull(found.get(expected[0]));
            double[] figures = {
                numbers.min(),
                numbers.max(),
                numbers.mean(),
                numbers.std(),
                numbers.zeros(),
                numbers.sum()
            };
            for (int i = 0; i < figures.length; i++) {
                double wanted =
                        Double.parseDouble(
                                expected[i + 1].replace("inf", "Infinity").replace("nan", "NaN"));
                // two ways to add up some thousand doubles
                double tolerance = Double.isFinite(wanted) ? 1e-12 * Math.abs(wanted) : 0;
                assertEquals(wanted, figures[i], tolerance, expected[0] + " figure " + i);
            }
        }
    }

    @Test
    void costsFollowFromInferredShapes() throws Exception {
        Inspection inspection = inspected("costs.onnx");

        assertEquals(
                List.of(
                        OptionalLong.of(8 * 4 * 4 * 2 * 9), // output elements × kernel of a group
                        OptionalLong.of(0),
                        OptionalLong.of(128 * 5),
                        OptionalLong.of(5 * 7)),
                inspection.nodes().stream().map(NodeFigures::macs).toList());
        assertEquals(OptionalLong.of(2304 + 640 + 35), inspection.macs());
        assertEquals(8 * 2 * 9 + 5 * 128 + 5 + 5 * 7, inspection.parameters());
        assertEquals(
                List.of(144L, 0L, 645L, 35L),
                inspection.nodes().stream().map(NodeFigures::parameters).toList());
    }

    @Test
    void aModelThatTheRuntimeRefusesCanStillBeLookedAt() throws Exception {
        Inspection inspection = inspected("attributes.onnx");

        assertEquals(Map.of("Everything", 1L, "Identity", 2L), inspection.operators());
    }

    @Test
    void nodesOfSubGraphsCountToo() throws Exception {
        Inspection inspection = inspected("subgraphs.onnx");

        assertEquals(1L, inspection.operators().get("Add"));
        assertEquals("Loop", inspection.nodes().getFirst().operator());
        assertEquals(6 + 1, inspection.nodes().size());
    }

    @Test
    void linearModelsHoldTheirParametersThemselves() throws Exception {
        Inspection inspection = inspected("converted/clf.onnx");

        assertEquals(42, inspection.parameters()); // scale and offset of 10, 2 × 10 + 2
        assertEquals(List.of("skl2onnx==1.20.0"), inspection.requirements());
        assertEquals(Verdict.SAFE, inspection.safety().verdict());
    }

    @Test
    void weightsBesideTheModelBelongToIt() throws Exception {
        Inspection inspection = inspected("external/model.onnx");

        assertEquals(Files.size(model("external/model.onnx")) + 4096, inspection.bytes());
        assertEquals(1024, inspection.parameters());
    }

    @Test
    void tensorsAreReadOnlyWhereAsked() throws Exception {
        assertEquals(
                Optional.empty(),
                Inspection.of(model("tiny.onnx"), false, Progress.none()).tensors());
    }
}
