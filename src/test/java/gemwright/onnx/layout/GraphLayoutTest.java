package gemwright.onnx.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Value;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class GraphLayoutTest {
    private final GraphBuilder g = new GraphBuilder("test", GraphBuilder.opset(18));
    private final Value x = g.input("X", ElementType.FLOAT, Dimension.of("N"));

    private Graph ending(Value last) {
        g.output("Y", last, Dimension.of("N"));
        return g.graph();
    }

    private Value chain(Value from, int nodes) {
        Value last = from;
        for (int i = 0; i < nodes; i++) {
            last = g.op("Relu", last);
        }
        return last;
    }

    @Test
    void everyLineGoesDown() {
        Drawing drawing = GraphLayout.of(ending(g.op("Add", chain(x, 3), g.op("Neg", x))));

        for (Line line : drawing.lines()) {
            assertTrue(
                    drawing.boxes().get(line.from()).bottom() < drawing.boxes().get(line.to()).y(),
                    line::toString);
        }
    }

    @Test
    void boxesOfALayerDoNotOverlap() {
        Drawing drawing = GraphLayout.of(wide(400));

        for (Box a : drawing.boxes()) {
            for (Box b : drawing.boxes()) {
                boolean beside = a.x() + a.width() <= b.x() || b.x() + b.width() <= a.x();
                assertTrue(a.equals(b) || a.y() != b.y() || beside, () -> a + " over " + b);
            }
        }
    }

    @Test
    void aChainIsAStraightLine() {
        Drawing drawing = GraphLayout.of(ending(chain(x, 5)));

        double[] centres = drawing.boxes().stream().mapToDouble(Box::centre).distinct().toArray();
        assertEquals(1, centres.length);
    }

    @Test
    void aLineOverMoreThanTenLayersBecomesStubs() {
        Drawing drawing = GraphLayout.of(ending(g.op("Add", chain(x, 11), x)));

        List<Line> stubs = drawing.lines().stream().filter(Line::stub).toList();
        assertEquals(List.of("X"), stubs.stream().map(Line::value).toList());
        assertEquals(2, stubs.getFirst().points().size());
    }

    @Test
    void constantsAreNotDrawn() {
        Drawing drawing = GraphLayout.of(ending(g.op("Add", x, g.constant("c", new float[] {1}))));

        assertEquals(
                List.of("X", "Add", "Identity", "Y"),
                drawing.boxes().stream().map(Box::title).toList());
    }

    @Test
    void fiveThousandNodesTakeNoTime() {
        Graph graph = wide(5000);

        Drawing drawing =
                assertTimeoutPreemptively(Duration.ofSeconds(3), () -> GraphLayout.of(graph));

        assertEquals(5003, drawing.boxes().size()); // with input, output and its Identity
    }

    /// Each node adds two of the fifty values before it.
    private Graph wide(int nodes) {
        Random random = new Random(3);
        List<Value> values = new ArrayList<>(List.of(x));
        for (int i = 0; i < nodes; i++) {
            int from = Math.max(0, values.size() - 50);
            Value a = values.get(random.nextInt(from, values.size()));
            Value b = values.get(random.nextInt(from, values.size()));
            values.add(g.op("Add", a, b));
        }
        return ending(values.getLast());
    }

    @Test
    void namesAreTextInSvgWhateverStandsInThem() {
        GraphBuilder odd = new GraphBuilder("odd", GraphBuilder.opset(18));
        Value input = odd.input("<script>\u0007&", ElementType.FLOAT, Dimension.of(1));
        odd.output("out\"", odd.op("Relu", input), Dimension.of(1));

        String svg = GraphSvg.of(GraphLayout.of(odd.graph()), "a < b");

        assertTrue(svg.contains("&lt;script&gt;\uFFFD&amp;"), svg);
        assertTrue(svg.contains("<title>a &lt; b</title>"), svg);
        assertTrue(!svg.contains("<script"), svg);
    }
}
