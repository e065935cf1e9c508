package gemwright.onnx.transpose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Between two convolutions on channels-last values no `Transpose` is left, whatever lies there,
/// and the answers stay as ONNX Runtime gave them before.
class TransposesTest {
    private static final int CHANNELS = 4;

    /// What lies between: from a value `[N, 6, 8, 4]` to one of four channels at the end.
    private interface Middle {
        Value write(GraphBuilder g, Value x);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftBetweenConvolutions() {
        Map<String, Middle> middles =
                Map.ofEntries(
                        Map.entry("nothing", (_, x) -> x),
                        Map.entry("Relu", (g, x) -> g.op("Relu", x)),
                        Map.entry("a bias by channel", (g, x) -> g.op("Add", x, vector(g, "b", 4))),
                        Map.entry(
                                "a constant of every axis",
                                (g, x) -> g.op("Mul", constant(g, "m", 1, 6, 8, 4), x)),
                        Map.entry(
                                "limits",
                                (g, x) -> g.op("Clip", x, g.scalar("a", -.5f), g.scalar("b", .5f))),
                        Map.entry("a way around", (g, x) -> g.op("Add", x, conv(g, x, 4))),
                        Map.entry(
                                "Concat",
                                (g, x) ->
                                        conv(
                                                g,
                                                g.node("Concat")
                                                        .inputs(x, g.op("Relu", x))
                                                        .attribute("axis", 3)
                                                        .output(),
                                                8)),
                        Map.entry("Pad", TransposesTest::pad),
                        Map.entry("Slice", TransposesTest::slice),
                        Map.entry("Softmax", (g, x) -> g.op("Softmax", x)),
                        Map.entry("Split", TransposesTest::split),
                        Map.entry("Resize", TransposesTest::resize),
                        Map.entry("a mean that is kept", TransposesTest::centred),
                        Map.entry("quantizing by channel", TransposesTest::quantized),
                        Map.entry("Unsqueeze and Squeeze", TransposesTest::rank));
        return middles.entrySet().stream()
                .map(
                        middle ->
                                DynamicTest.dynamicTest(
                                        middle.getKey(),
                                        () -> assertLeft(2, between(middle.getValue()))));
    }

    @Test
    void aMeanOverTheImageEndsTheOtherOrder() throws Exception {
        GraphBuilder g = builder();
        Value x = conv(g, input(g), CHANNELS);
        g.output("y", mean(g, x, false), Dimension.of("N"), Dimension.of(CHANNELS));

        assertLeft(1, g.build());
    }

    @Test
    void oneElementAChannelIsReshapedWithoutATranspose() throws Exception {
        GraphBuilder g = builder();
        Value kept = mean(g, conv(g, input(g), CHANNELS), true);
        Value flat = g.op("Reshape", kept, g.constant("flat", new long[] {-1, CHANNELS}));
        g.output("y", flat, Dimension.of("N"), Dimension.of(CHANNELS));

        assertLeft(1, g.build());
    }

    @Test
    void anImageThatIsFlattenedIsTransposedBefore() throws Exception {
        GraphBuilder g = builder();
        Value flat = g.op("Flatten", conv(g, input(g), CHANNELS));
        g.output("y", flat, Dimension.of("N"), Dimension.of(6 * 8 * CHANNELS));

        assertLeft(2, g.build());
    }

    @Test
    void aValueThatIsAnOutputTooStaysAsItWas() throws Exception {
        GraphBuilder g = builder();
        Value x = conv(g, input(g), CHANNELS);
        g.output("middle", x, image());
        g.output("y", conv(g, g.op("Relu", x), CHANNELS), image());

        assertLeft(3, g.build());
    }

    @Test
    void weightsAreTransposedBeforeTheModelRuns() throws Exception {
        GraphBuilder g = builder();
        Value weights = transpose(g, constant(g, "w", 5, CHANNELS), 1, 0);
        g.output("y", g.op("MatMul", input(g), weights));

        Model model = g.build();

        assertLeft(0, model);
        assertEquals(1, cancelled(model).graph().initializers().size());
    }

    @Test
    void outputsKeepTheirNamesWithoutAnIdentity() throws Exception {
        GraphBuilder g = builder();
        Value twice = transpose(g, transpose(g, g.op("Relu", input(g)), 0, 3, 1, 2), 0, 2, 3, 1);
        g.output("y", g.op("Exp", twice), image());

        assertEquals(
                List.of("Relu", "Exp"),
                cancelled(g.build()).graph().nodes().stream().map(n -> n.operator()).toList());
    }

    @Test
    void aModelWithoutAnySuperfluousOneStaysTheSame() throws Exception {
        GraphBuilder g = builder();
        g.output("y", conv(g, input(g), CHANNELS), image());
        Model model = g.build();

        assertSame(model, cancelled(model));
    }

    @Test
    void valuesThatSubGraphsUseStay() throws Exception {
        GraphBuilder g = builder();
        Value x = conv(g, input(g), CHANNELS);
        Graph same = branch(g, x, "Relu");
        Graph other = branch(g, x, "Neg");
        Value condition =
                g.op("Greater", g.op("ReduceMax", conv(g, x, CHANNELS)), g.scalar("zero", 0f));
        Value flat = g.op("Reshape", condition, g.constant("scalar", new long[0], 0));
        Value y =
                g.node("If")
                        .inputs(flat)
                        .attribute("then_branch", same)
                        .attribute("else_branch", other)
                        .output(ElementType.FLOAT);
        g.output("y", y, image());

        assertLeft(3, g.build());
    }

    private static Graph branch(GraphBuilder g, Value x, String operator) {
        GraphBuilder inner = g.subGraph(operator);
        inner.output(operator + "_y", inner.op(operator, x), image());
        return inner.graph();
    }

    private static GraphBuilder builder() {
        return new GraphBuilder("net", GraphBuilder.opset(20));
    }

    private static Value input(GraphBuilder g) {
        return g.input("x", ElementType.FLOAT, image());
    }

    private static Dimension[] image() {
        return new Dimension[] {
            Dimension.of("N"), Dimension.of(6), Dimension.of(8), Dimension.of(CHANNELS)
        };
    }

    private static Model between(Middle middle) {
        GraphBuilder g = builder();
        Value x = middle.write(g, conv(g, input(g), CHANNELS));
        g.output("y", conv(g, x, CHANNELS));
        return g.build();
    }

    /// A convolution on channels-last values.
    private static Value conv(GraphBuilder g, Value x, int channels) {
        Value out =
                g.op(
                        "Conv",
                        transpose(g, x, 0, 3, 1, 2),
                        constant(g, "kernel", CHANNELS, channels, 1, 1));
        return transpose(g, out, 0, 2, 3, 1);
    }

    private static Value transpose(GraphBuilder g, Value x, long... order) {
        return g.node("Transpose").inputs(x).attribute("perm", order).output();
    }

    private static Value vector(GraphBuilder g, String name, int length) {
        return constant(g, name, length);
    }

    private static Value constant(GraphBuilder g, String name, long... shape) {
        int size = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return g.constant(Tensor.of(name, numbers(size, name.hashCode()), shape));
    }

    private static float[] numbers(int size, int seed) {
        Random random = new Random(seed);
        float[] numbers = new float[size];
        IntStream.range(0, size).forEach(i -> numbers[i] = random.nextFloat() - .5f);
        return numbers;
    }

    private static Value pad(GraphBuilder g, Value x) {
        return g.op("Pad", x, g.constant("pads", new long[] {0, 1, 2, 0, 0, 3, 0, 0}));
    }

    private static Value slice(GraphBuilder g, Value x) {
        return g.op(
                "Slice",
                x,
                g.constant("starts", new long[] {1, 2}),
                g.constant("ends", new long[] {5, 8}),
                g.constant("axes", new long[] {1, -2}));
    }

    private static Value split(GraphBuilder g, Value x) {
        List<Value> halves =
                g.node("Split")
                        .inputs(x, g.constant("halves", new long[] {2, 2}))
                        .attribute("axis", -1)
                        .outputs(2);
        return g.node("Concat").inputs(halves.get(1), halves.get(0)).attribute("axis", -1).output();
    }

    private static Value resize(GraphBuilder g, Value x) {
        return g.node("Resize")
                .inputs(x, Value.NONE, g.constant("scales", new float[] {1, 2, 3, 1}))
                .attribute("mode", "nearest")
                .output();
    }

    private static Value mean(GraphBuilder g, Value x, boolean keep) {
        return g.node("ReduceMean")
                .inputs(x, g.constant("axes", new long[] {1, 2}))
                .attribute("keepdims", keep ? 1 : 0)
                .output();
    }

    private static Value centred(GraphBuilder g, Value x) {
        return g.op("Sub", x, mean(g, x, true));
    }

    private static Value quantized(GraphBuilder g, Value x) {
        Value scale = g.constant("scale", new float[] {.01f, .02f, .03f, .04f});
        Value small = g.node("QuantizeLinear").inputs(x, scale).attribute("axis", 3).output();
        return g.node("DequantizeLinear").inputs(small, scale).attribute("axis", -1).output();
    }

    private static Value rank(GraphBuilder g, Value x) {
        Value more = g.op("Unsqueeze", x, g.constant("axes", new long[] {1, -1}));
        return g.op("Squeeze", g.op("Relu", more), g.constant("gone", new long[] {1, 5}));
    }

    private static Model cancelled(Model model) throws Problem {
        return Transposes.cancelled(model, Progress.none());
    }

    private static void assertLeft(int transposes, Model model) throws Problem {
        Model without = cancelled(model);

        long left = without.graph().nodes().stream().filter(n -> n.is("Transpose")).count();
        assertEquals(transposes, left, () -> without.graph().nodes().toString());
        for (int rows : new int[] {1, 3}) {
            NdArray x = NdArray.of(numbers(rows * 6 * 8 * CHANNELS, rows), rows, 6, 8, CHANNELS);
            assertSameAnswers(model, without, x);
        }
    }

    private static void assertSameAnswers(Model before, Model after, NdArray x) throws Problem {
        SessionOptions plain =
                SessionOptions.serving().withOptimization(SessionOptions.Optimization.NONE);
        try (Session a = Session.open("before", before, plain);
                Session b = Session.open("after", after, plain)) {
            for (var output : a.outputs()) {
                NdArray wanted = a.run(Map.of("x", x)).array(output.name());
                NdArray found = b.run(Map.of("x", x)).array(output.name());
                assertEquals(wanted.shape(), found.shape());
                org.junit.jupiter.api.Assertions.assertArrayEquals(
                        wanted.floats(), found.floats(), 2e-6f); // sums in another order
            }
        }
    }
}
