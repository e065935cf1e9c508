package gemwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.Value;
import gemwright.onnx.ValueType;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Collectors;

/// ONNX Runtime tells the type of every value.
class ShapesTest {
    @Test
    void everyValueOfABuiltModelHasItsType() throws Exception {
        GraphBuilder g = new GraphBuilder("shapes", GraphBuilder.opset(18));
        Value x = g.input("x", ElementType.FLOAT, Dimension.of("N"), Dimension.of(4));
        Value product = g.op("MatMul", x, g.constant("w", new float[4 * 3], 4, 3));
        Value best = g.node("ArgMax").inputs(product).attribute("axis", 1).output();
        g.output("label", best, Dimension.of("N"), Dimension.of(1));
        Model model = g.build();

        Map<String, ValueType> types = Shapes.of(model);

        assertEquals("float[N, 3]", String.valueOf(types.get(product.name())));
        assertEquals("float[N, 4]", String.valueOf(types.get("x")));
        assertEquals("int64[N, 1]", String.valueOf(types.get("label")));
    }

    @Test
    void weightsOfAFileAreNotReadForIt() throws Exception {
        try (OnnxFile file = OnnxFile.open(Models.path("external"))) {
            assertEquals(
                    Map.of("x", "float[N, 2]", "y", "float[N, 256]"),
                    Shapes.of(file).entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, e -> e.getValue().toString())));
        }
    }
}
