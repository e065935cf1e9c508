package gemwright.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;

class GraphTransformTest {
    /// Weights in half the width, read back by a Cast.
    private static final GraphTransform HALVED =
            (node, g) -> {
                if (!node.is("MatMul")) {
                    return false;
                }
                Tensor weights = g.constantOf(node.inputs().get(1)).orElseThrow();
                float[] values = weights.floats();
                TensorData half =
                        TensorData.streamed(
                                2L * values.length,
                                out -> {
                                    for (float value : values) {
                                        short bits = Float.floatToFloat16(value);
                                        out.write(bits);
                                        out.write(bits >> 8);
                                    }
                                });
                Value small = g.constant(weights.with(ElementType.FLOAT16, weights.shape(), half));
                Value wide = g.node("Cast").inputs(small).attribute("to", 1).output();
                g.node("MatMul")
                        .named(node.name())
                        .inputs(g.value(node.inputs().getFirst()), wide)
                        .into(node.outputs());
                return true;
            };

    @Test
    void aTransformThatKnowsNoNodeGivesTheModelItself() throws Problem {
        Model model = OnnxFile.read(Fixtures.bytes("subgraphs.onnx"), "subgraphs");

        assertSame(model, ((GraphTransform) (n, g) -> false).apply(model, Progress.none()));
    }

    @Test
    void aWeightIsReplacedAndTheOldOneIsGone() throws Problem {
        Model model = OnnxFile.read(Fixtures.bytes("tiny.onnx"), "tiny");

        Model halved = HALVED.apply(model, Progress.none());
        Graph again = OnnxFile.read(OnnxFile.encode(halved), "again").graph();

        assertEquals(List.of("Cast", "mm", "act"), again.nodes().stream().map(Node::name).toList());
        assertEquals(List.of("w_1"), again.initializers().stream().map(Tensor::name).toList());
        assertEquals(ElementType.FLOAT16, again.initializers().getFirst().type());
        assertArrayEquals(
                model.graph().initializers().getFirst().floats(),
                again.initializers().getFirst().floats(),
                1e-3f); // eleven bits of a number below two
        assertEquals(List.of(), Checker.check(halved));
    }

    @Test
    void nodesOfSubGraphsAreRewrittenWithNamesOfTheirOwn() throws Problem {
        Model model = OnnxFile.read(Fixtures.bytes("subgraphs.onnx"), "subgraphs");
        GraphTransform doubled =
                (node, g) -> {
                    if (!node.is("Add")) {
                        return false;
                    }
                    Value x = g.value(node.inputs().getFirst());
                    g.op("Neg", x);
                    g.node("Mul").inputs(x, g.scalar("two", 2f)).into(node.outputs());
                    return true;
                };

        Model rewritten = doubled.apply(model, Progress.none());

        Graph body = rewritten.graph().nodes().getFirst().subGraphs().getFirst();
        Graph then = body.nodes().getLast().subGraphs().getLast();
        assertEquals(List.of("Neg", "Mul"), then.nodes().stream().map(Node::operator).toList());
        assertEquals(List.of(), Checker.check(rewritten));
        assertEquals(ElementType.FLOAT, then.initializers().getFirst().type());
    }

    @Test
    void aNewOperatorSetIsImported() throws Problem {
        Model model = OnnxFile.read(Fixtures.bytes("tiny.onnx"), "tiny");
        GraphTransform gelu =
                (node, g) -> {
                    if (!node.is("Relu")) {
                        return false;
                    }
                    g.require(Domain.MICROSOFT, 1);
                    Value x = g.value(node.inputs().getFirst());
                    g.node("Gelu").domain(Domain.MICROSOFT).inputs(x).into(node.outputs());
                    return true;
                };

        Model rewritten = gelu.apply(model, Progress.none());

        assertEquals(
                List.of(new OperatorSet("", 18), new OperatorSet("com.microsoft", 1)),
                rewritten.operatorSets());
        assertEquals(List.of(), Checker.check(rewritten));
    }
}
