package gemwright.onnx.opset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.onnx.Checker;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Value;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// ONNX Runtime gives the same answers for a model of an old version and the raised one.
class OpsetConversionTest {
    private static final long NEW = 23;

    /// Writes the node under test over `x[N, 4, 6, 8]`.
    private interface Writing {
        Value write(GraphBuilder g, Value x);
    }

    private record Case(String name, long opset, Writing writing) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "Clip with both limits",
                            9,
                            (g, x) ->
                                    g.node("Clip")
                                            .inputs(x)
                                            .attribute("min", -.2f)
                                            .attribute("max", .3f)
                                            .output()),
                    new Case(
                            "Clip with an upper limit only",
                            8,
                            (g, x) -> g.node("Clip").inputs(x).attribute("max", .1f).output()),
                    new Case(
                            "Pad with a value",
                            9,
                            (g, x) ->
                                    g.node("Pad")
                                            .inputs(x)
                                            .attribute("pads", new long[] {0, 0, 1, 2, 0, 0, 3, 0})
                                            .attribute("value", 7f)
                                            .output()),
                    new Case("Dropout", 8, (g, x) -> g.op("Dropout", x)),
                    new Case("Upsample by attribute", 8, (g, x) -> upsample(g, x, "nearest")),
                    new Case("Upsample between", 8, (g, x) -> upsample(g, x, "linear")),
                    new Case(
                            "Resize of the first edition",
                            10,
                            (g, x) ->
                                    g.node("Resize")
                                            .inputs(
                                                    x,
                                                    g.constant(
                                                            "scales", new float[] {1, 1, 1.5f, 2}))
                                            .attribute("mode", "nearest")
                                            .output()),
                    new Case(
                            "Slice",
                            9,
                            (g, x) ->
                                    g.node("Slice")
                                            .inputs(x)
                                            .attribute("starts", new long[] {1, 0})
                                            .attribute("ends", new long[] {3, -2})
                                            .attribute("axes", new long[] {1, 3})
                                            .output()),
                    new Case(
                            "TopK",
                            9,
                            (g, x) ->
                                    g.node("TopK")
                                            .inputs(x)
                                            .attribute("k", 3)
                                            .attribute("axis", 2)
                                            .outputs(2)
                                            .getFirst()),
                    new Case(
                            "Split by sizes",
                            11,
                            (g, x) ->
                                    g.node("Split")
                                            .inputs(x)
                                            .attribute("axis", 1)
                                            .attribute("split", new long[] {1, 3})
                                            .outputs(2)
                                            .get(1)),
                    new Case(
                            "Split into equal parts",
                            11,
                            (g, x) ->
                                    g.node("Split")
                                            .inputs(x)
                                            .attribute("axis", 3)
                                            .outputs(2)
                                            .get(1)),
                    new Case("Squeeze and Unsqueeze", 11, OpsetConversionTest::rank),
                    new Case("ReduceSum", 11, (g, x) -> reduced(g, x, "ReduceSum")),
                    new Case("ReduceMean", 13, (g, x) -> reduced(g, x, "ReduceMean")),
                    new Case("ReduceMax of everything", 13, (g, x) -> g.op("ReduceMax", x)),
                    new Case("Softmax over several axes", 11, (g, x) -> g.op("Softmax", x)),
                    new Case(
                            "LogSoftmax over the last axis",
                            9,
                            (g, x) -> g.node("LogSoftmax").inputs(x).attribute("axis", 3).output()),
                    new Case(
                            "Softmax over all but two",
                            11,
                            (g, x) -> g.node("Softmax").inputs(x).attribute("axis", -2).output()),
                    new Case("Scatter", 9, OpsetConversionTest::scatter),
                    new Case("GridSample", 16, OpsetConversionTest::grid),
                    new Case(
                            "what only takes more now",
                            13,
                            (g, x) ->
                                    g.node("MaxPool")
                                            .inputs(g.op("Relu", x))
                                            .attribute("kernel_shape", new long[] {2, 2})
                                            .output()));

    @TestFactory
    Stream<DynamicTest> answersStay() {
        return CASES.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> assertStays(c)));
    }

    @Test
    void nodesOfBranchesAreRaisedToo() throws Exception {
        GraphBuilder g = builder(11);
        Value x = input(g);
        GraphBuilder then = g.subGraph("then");
        then.output("a", reduced(then, x, "ReduceSum"), Dimension.free());
        GraphBuilder otherwise = g.subGraph("else");
        otherwise.output("b", reduced(otherwise, x, "ReduceMean"), Dimension.free());
        Value condition = g.constant(flag());
        g.output(
                "y",
                g.node("If")
                        .inputs(condition)
                        .attribute("then_branch", then.graph())
                        .attribute("else_branch", otherwise.graph())
                        .output(ElementType.FLOAT));

        assertSameAnswers(g.build());
    }

    @Test
    void theModelOfThatVersionIsGivenBack() throws Exception {
        Model model = model(CASES.getFirst());

        assertSame(model, OpsetConversion.raised(model, 9, Progress.none()));
    }

    @Test
    void goingDownIsRefused() {
        assertEquals("opset.down", refusal(model(CASES.getFirst()), 8).key());
    }

    @Test
    void versionsThatNobodyKnowsAreRefused() {
        assertEquals("opset.unknown", refusal(model(CASES.getFirst()), 99).key());
    }

    @Test
    void trainingIsRefusedByName() {
        GraphBuilder g = builder(9);
        Value x = input(g);
        Value ones = g.constant("ones", new float[] {1, 1, 1, 1});
        List<Value> outputs =
                g.node("BatchNormalization")
                        .named("trained")
                        .inputs(x, ones, ones, ones, ones)
                        .outputs(5);
        g.output("y", outputs.getFirst());

        Problem problem = refusal(g.build(), NEW);

        assertEquals("opset.operator", problem.key());
        assertEquals("trained", problem.parts().getFirst().where());
    }

    private static Problem refusal(Model model, long target) {
        return assertThrows(
                Problem.class, () -> OpsetConversion.raised(model, target, Progress.none()));
    }

    private static void assertStays(Case each) throws Problem {
        assertSameAnswers(model(each));
    }

    private static void assertSameAnswers(Model old) throws Problem {
        Model raised = OpsetConversion.raised(old, NEW, Progress.none());

        assertEquals(NEW, raised.opset("").orElse(0L));
        assertEquals(List.of(), Checker.check(raised));
        SessionOptions plain =
                SessionOptions.serving().withOptimization(SessionOptions.Optimization.NONE);
        NdArray x = NdArray.of(numbers(2 * 4 * 6 * 8), 2, 4, 6, 8);
        try (Session a = Session.open("old", old, plain);
                Session b = Session.open("raised", raised, plain)) {
            NdArray wanted = a.run(Map.of("x", x)).array("y");
            NdArray found = b.run(Map.of("x", x)).array("y");
            assertEquals(wanted.shape(), found.shape());
            assertArrayEquals(wanted.floats(), found.floats(), 1e-6f); // another kernel may sum
        }
    }

    private static Model model(Case each) {
        GraphBuilder g = builder(each.opset());
        g.output("y", each.writing().write(g, input(g)));
        return g.build();
    }

    private static GraphBuilder builder(long opset) {
        return new GraphBuilder("old", GraphBuilder.opset(opset));
    }

    private static Value input(GraphBuilder g) {
        return g.input(
                "x",
                ElementType.FLOAT,
                Dimension.of("N"),
                Dimension.of(4),
                Dimension.of(6),
                Dimension.of(8));
    }

    private static float[] numbers(int size) {
        Random random = new Random(7);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = random.nextFloat() - .5f;
        }
        return numbers;
    }

    private static gemwright.onnx.Tensor flag() {
        return new gemwright.onnx.Tensor(
                "yes",
                ElementType.BOOL,
                gemwright.onnx.Longs.of(),
                gemwright.onnx.TensorData.window(
                        java.lang.foreign.MemorySegment.ofArray(new byte[] {1})));
    }

    private static Value upsample(GraphBuilder g, Value x, String mode) {
        return g.node("Upsample")
                .inputs(x)
                .attribute("scales", new float[] {1, 1, 2, 2})
                .attribute("mode", mode)
                .output();
    }

    private static Value rank(GraphBuilder g, Value x) {
        Value more = g.node("Unsqueeze").inputs(x).attribute("axes", new long[] {0, 3}).output();
        return g.node("Squeeze").inputs(more).attribute("axes", new long[] {3}).output();
    }

    private static Value reduced(GraphBuilder g, Value x, String operator) {
        return g.node(operator)
                .inputs(x)
                .attribute("axes", new long[] {1, -1})
                .attribute("keepdims", 0)
                .output();
    }

    private static Value scatter(GraphBuilder g, Value x) {
        long[] indices = new long[2 * 4 * 6];
        Arrays.setAll(indices, i -> i % 8);
        return g.node("Scatter")
                .inputs(
                        x,
                        g.constant("indices", indices, 2, 4, 6, 1),
                        g.constant("updates", numbers(2 * 4 * 6), 2, 4, 6, 1))
                .attribute("axis", 3)
                .output();
    }

    private static Value grid(GraphBuilder g, Value x) {
        return g.node("GridSample")
                .inputs(x, g.constant("grid", numbers(2 * 3 * 3 * 2), 2, 3, 3, 2))
                .attribute("mode", "bicubic")
                .output();
    }
}
