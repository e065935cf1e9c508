package gemwright.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Graph;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A network is drawn as its own file has it: its operators or layers, and what they take and give.
class DrawingTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/source");

    @Test
    void operatorsOfTfliteStandBetweenItsTensors() throws Exception {
        assertEquals(
                List.of("x0 → CONV_2D", "CONV_2D → out"),
                edges(drawing("tflite/conv_valid_relu/model.tflite")));
    }

    @Test
    void layersOfKerasTakeWhatTheyAreCalledWith() throws Exception {
        assertEquals(
                List.of(
                        "a → Sequential",
                        "b → Sequential",
                        "a → Sequential", // make.py calls it once more for the second output
                        "Sequential → Concatenate",
                        "Sequential → Concatenate",
                        "Sequential → Dense",
                        "Concatenate → out",
                        "Dense → out"),
                edges(drawing("keras/nested/model.keras")));
    }

    @Test
    void layersOfASequentialModelStandInARow() throws Exception {
        assertEquals(
                List.of("x → Reshape", "Reshape → Permute", "Permute → Flatten", "Flatten → out"),
                edges(drawing("keras/reshape/model.keras")));
    }

    @Test
    void constantsOfAFrozenGraphAreLeftOut() throws Exception {
        assertEquals(
                List.of("x0 → MatMul", "MatMul → AddV2", "AddV2 → Relu", "Relu → Identity"),
                edges(drawing("tensorflow/dense/model.pb")).subList(0, 4));
    }

    @Test
    void functionsOfASavedModelAreDrawnAsTheirBodies() throws Exception {
        List<String> operators =
                drawing("tensorflow/saved_model/model").nodes().stream()
                        .map(node -> node.operator())
                        .filter(List.of("Conv2D", "MatMul", "ResourceGather", "Softmax")::contains)
                        .sorted()
                        .toList();

        assertEquals(List.of("Conv2D", "MatMul", "MatMul", "ResourceGather", "Softmax"), operators);
    }

    private static Graph drawing(String file) throws Problem {
        try (SourceModel model = Sources.open(FIXTURES.resolve(file), Progress.none())) {
            return model.drawing().orElseThrow();
        }
    }

    /// From which input or operator to which operator or output.
    private static List<String> edges(Graph graph) {
        Map<String, String> makers = new HashMap<>();
        graph.inputs().forEach(i -> makers.put(i.name(), withoutPlace(i.name())));
        graph.nodes().forEach(n -> n.outputs().forEach(o -> makers.put(o, n.operator())));
        List<String> edges = new ArrayList<>();
        graph.nodes()
                .forEach(
                        n ->
                                n.inputs()
                                        .forEach(
                                                i ->
                                                        edges.add(
                                                                makers.get(i)
                                                                        + " → "
                                                                        + n.operator())));
        graph.outputs().forEach(o -> edges.add(makers.get(o.name()) + " → out"));
        return edges;
    }

    private static String withoutPlace(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
