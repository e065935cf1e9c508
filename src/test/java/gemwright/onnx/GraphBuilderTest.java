package gemwright.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class GraphBuilderTest {
    private final GraphBuilder g = new GraphBuilder("test", GraphBuilder.opset(18));

    @Test
    void namesAreUnique() {
        Value x = g.input("X", ElementType.FLOAT, Dimension.of("N"), Dimension.of(4));
        Value a = g.op("Relu", x);
        Value b = g.op("Relu", a);

        assertEquals(List.of("Relu_out", "Relu_out_1"), List.of(a.name(), b.name()));
        assertEquals(
                List.of("Relu", "Relu_1"), g.graph().nodes().stream().map(Node::name).toList());
    }

    @Test
    void equalConstantsAreKeptOnce() {
        Value a = g.constant("a", new float[] {1, 2});
        Value b = g.constant("b", new float[] {1, 2});
        Value otherType = g.constant("c", new double[] {1, 2});
        Value otherShape = g.constant("d", new float[] {1, 2}, 1, 2);

        assertEquals(a, b);
        assertEquals(
                List.of("a", "c", "d"),
                g.graph().initializers().stream().map(Tensor::name).toList());
        assertEquals(ElementType.DOUBLE, otherType.type());
        assertEquals("d", otherShape.name());
    }

    @Test
    void aScalarHasNoDimensionsAndAVectorOfOneHasOne() {
        g.scalar("s", 1f);
        g.constant("v", new float[] {1});

        assertEquals(
                List.of(Longs.of(), Longs.of(1)),
                g.graph().initializers().stream().map(Tensor::shape).toList());
    }

    @Test
    void refusesAnOperatorThatTheOperatorSetDoesNotHave() {
        GraphBuilder old = new GraphBuilder("old", GraphBuilder.opset(13));
        Value x = old.input("X", ElementType.FLOAT, Dimension.of(1));

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> old.op("Mish", x));

        assertEquals("ai.onnx 13 has no Mish", refused.getMessage());
    }

    @Test
    void refusesAConstantWhoseSizeIsNotItsShape() {
        assertThrows(IllegalArgumentException.class, () -> g.constant("c", new float[] {1, 2}, 3));
    }

    @Test
    void typesFollowTheDefinitions() {
        Value x = g.input("X", ElementType.DOUBLE, Dimension.of("N"), Dimension.of(4));

        assertEquals(ElementType.DOUBLE, g.op("Add", x, x).type());
        assertEquals(ElementType.INT64, g.op("ArgMax", x).type());
        assertEquals(ElementType.BOOL, g.op("Less", x, x).type());
        assertEquals(
                ElementType.FLOAT, g.node("Cast").inputs(x).attribute("to", 1).output().type());
    }

    @Test
    void theModelImportsOnlyWhatItUses() {
        Value x = g.input("X", ElementType.FLOAT, Dimension.of("N"), Dimension.of(4));
        g.output("Y", g.op("Relu", x), Dimension.of("N"), Dimension.of(4));

        Model model = g.build();

        assertEquals(List.of(new OperatorSet("", 18)), model.operatorSets());
        assertEquals(8, model.irVersion());
        assertEquals("Y", model.graph().nodes().getLast().outputs().getFirst());
    }

    @Test
    void provenanceStandsInTheMetadata() {
        g.provenance("scikit-learn 1.5.0, sha256 ab", List.of("age", "名字"));

        Metadata metadata = g.build().metadata();

        assertEquals(Optional.of("[\"age\",\"名字\"]"), metadata.get("gemwright.features"));
        assertEquals(
                Optional.of("scikit-learn 1.5.0, sha256 ab"), metadata.get("gemwright.source"));
    }
}
