package gemwright.quantize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.onnx.Checker;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.Value;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/// Quantized models answer nearly the same, and what is kept is kept for a reason.
class QuantizerTest {
    private static final int WIDTH = 32;
    // Largest error of dynamic INT8 in parts of the largest output: 8 bits on both sides.
    private static final double DYNAMIC = 0.02;
    // Weights alone in 8 bits.
    private static final double STORED = 0.01;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void productsAreComputedInWholeNumbers() throws Problem {
        Model model = of((g, x) -> g.op("MatMul", x, weight(g, "w", WIDTH, 24)));

        Model small = quantized(Method.DYNAMIC_INT8, model);

        assertEquals(
                List.of("DynamicQuantizeLinear", "MatMulInteger", "Cast", "Mul", "Mul"),
                operators(small).subList(0, 5));
        assertNear(model, small, DYNAMIC);
    }

    @Test
    void everyAttributeOfGemmCounts() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            Value turned = g.op("Transpose", x);
                            return g.node("Gemm")
                                    .inputs(
                                            turned,
                                            weight(g, "w", 24, WIDTH),
                                            g.constant("c", numbers(24)))
                                    .attribute("transA", 1)
                                    .attribute("transB", 1)
                                    .attribute("alpha", 0.5f)
                                    .attribute("beta", 3f)
                                    .output();
                        });

        assertNear(model, quantized(Method.DYNAMIC_INT8, model), DYNAMIC);
        assertNear(model, quantized(Method.INT8_WEIGHTS, model), STORED);
    }

    @Test
    void sharedActivationsAreQuantizedOnceAndSharedWeightsStoredOnce() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            Value w = weight(g, "w", WIDTH, WIDTH);
                            Value one = g.op("MatMul", x, w);
                            Value two = g.op("MatMul", x, weight(g, "v", WIDTH, WIDTH));
                            return g.op("MatMul", g.op("Add", one, two), w);
                        });

        Model small = quantized(Method.DYNAMIC_INT8, model);

        List<String> operators = operators(small);
        assertEquals(2, operators.stream().filter("DynamicQuantizeLinear"::equals).count());
        assertEquals(3, operators.stream().filter("MatMulInteger"::equals).count());
        assertEquals(
                2,
                small.graph().initializers().stream()
                        .filter(t -> t.type() == ElementType.INT8)
                        .count());
        assertNear(model, small, DYNAMIC);
    }

    @Test
    void floatsThatNobodyNeedsAnyMoreAreDropped() throws Problem {
        Model model = of((g, x) -> g.op("MatMul", x, weight(g, "w", WIDTH, WIDTH)));

        Model small = quantized(Method.DYNAMIC_INT8, model);

        assertTrue(small.graph().initializer("w").isEmpty());
    }

    @Test
    void largeTablesAreLookedUpInWholeNumbers() throws Problem {
        GraphBuilder g = new GraphBuilder("words", GraphBuilder.opset(17));
        Value ids = g.input("ids", ElementType.INT64, Dimension.of("N"), Dimension.of("L"));
        Value rows = g.node("Gather").inputs(weight(g, "table", 512, 40), ids).output();
        g.output("y", rows, Dimension.of("N"), Dimension.of("L"), Dimension.of(40));
        Model model = g.build();

        Model small = quantized(Method.DYNAMIC_INT8, model);

        Map<String, NdArray> input = Map.of("ids", NdArray.of(new long[] {3, 511, 0, -1}, 2, 2));
        assertEquals(List.of("Gather", "Cast", "Gather", "Mul"), operators(small).subList(0, 4));
        assertNear(run(model, input), run(small, input), STORED);
    }

    @Test
    void weightsBehindChainsOfMovingNodesAreFound() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            Value turned = g.op("Transpose", weight(g, "w", 24, WIDTH));
                            Value same = g.op("Identity", turned);
                            Value part =
                                    g.op(
                                            "Slice",
                                            same,
                                            g.constant("from", new long[] {0}),
                                            g.constant("to", new long[] {20}),
                                            g.constant("axis", new long[] {1}));
                            return g.op("MatMul", x, part);
                        });

        Model small = quantized(Method.DYNAMIC_INT8, model);

        assertTrue(operators(small).contains("MatMulInteger"), operators(small)::toString);
        assertTrue(!operators(small).contains("Transpose"), operators(small)::toString);
        assertNear(model, small, DYNAMIC);
    }

    @Test
    void bodiesOfConditionsAreQuantizedToo() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            GraphBuilder then = g.subGraph("then");
                            Value product = then.op("MatMul", x, weight(g, "w", WIDTH, WIDTH));
                            then.output("then_y", product, Dimension.free(), Dimension.free());
                            GraphBuilder otherwise = g.subGraph("otherwise");
                            otherwise.output(
                                    "else_y",
                                    otherwise.op("Identity", x),
                                    Dimension.free(),
                                    Dimension.free());
                            Value one = g.scalar("one", 1f);
                            return g.node("If")
                                    .inputs(g.op("Equal", one, one))
                                    .attribute("then_branch", then.graph())
                                    .attribute("else_branch", otherwise.graph())
                                    .output(ElementType.FLOAT);
                        });

        Model small = quantized(Method.DYNAMIC_INT8, model);

        assertEquals(1, plan(Method.DYNAMIC_INT8, model).quantized().size());
        assertNear(model, small, DYNAMIC);
    }

    @Test
    void oneScaleForAWholeWeightOnRequest() throws Problem {
        Model model = of((g, x) -> g.op("MatMul", x, weight(g, "w", WIDTH, WIDTH)));
        QuantizationOptions whole = new QuantizationOptions(true, Set.of());

        for (Method method : Method.values()) {
            Model small =
                    Quantizer.of(method, whole, model, Progress.none()).quantized(Progress.none());
            assertNear(model, small, DYNAMIC);
        }
    }

    @Test
    void recurrentLayersStoreTheirWeights() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            // Kept small: gates that saturate amplify any difference.
                            Value few = g.op("Mul", x, g.scalar("few", 0.05f));
                            Value sequence = g.op("Unsqueeze", few, axis(g, 0));
                            List<Value> states =
                                    g.node("LSTM")
                                            .inputs(
                                                    sequence,
                                                    weight(g, "W", 1, 64, WIDTH),
                                                    weight(g, "R", 1, 64, 16))
                                            .attribute("hidden_size", 16)
                                            .outputs(2);
                            return g.op("Squeeze", states.get(1), axis(g, 0));
                        });

        Model small = quantized(Method.INT8_WEIGHTS, model);

        assertEquals(
                List.of(new Decision.Quantized("LSTM", "LSTM")),
                plan(Method.INT8_WEIGHTS, model).quantized());
        assertNear(model, small, 2 * STORED);
    }

    @Test
    void whatIsKeptSaysWhy() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            Value tiny = g.op("MatMul", x, weight(g, "tiny", WIDTH, 4));
                            Value computed = g.op("MatMul", x, g.op("Transpose", x));
                            g.op("MatMul", tiny, g.op("Transpose", computed));
                            return computed;
                        });

        assertEquals(
                List.of(
                        new Decision.Kept("MatMul", "MatMul", Reason.TOO_SMALL),
                        new Decision.Kept("MatMul_1", "MatMul", Reason.NOT_CONSTANT),
                        new Decision.Kept("MatMul_2", "MatMul", Reason.NOT_CONSTANT)),
                plan(Method.DYNAMIC_INT8, model).kept());
    }

    @Test
    void aWeightWithNumbersThatAreNotFiniteIsKept() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            float[] w = numbers(WIDTH * WIDTH);
                            w[7] = Float.POSITIVE_INFINITY;
                            return g.op("MatMul", x, g.constant("w", w, WIDTH, WIDTH));
                        });

        for (Method method : Method.values()) {
            assertEquals(Reason.NOT_FINITE, plan(method, model).kept().getFirst().reason());
        }
    }

    @Test
    void excludedNodesAreKept() throws Problem {
        Model model =
                of(
                        (g, x) ->
                                g.node("MatMul")
                                        .named("head")
                                        .inputs(x, weight(g, "w", WIDTH, WIDTH))
                                        .output());
        QuantizationOptions without = new QuantizationOptions(false, Set.of("head"));

        QuantizationPlan plan =
                Quantizer.of(Method.DYNAMIC_INT8, without, model, Progress.none()).plan();

        assertTrue(plan.isEmpty());
        assertEquals(Reason.EXCLUDED, plan.kept().getFirst().reason());
    }

    @Test
    void zerosStayZeros() throws Problem {
        Model model =
                of(
                        (g, x) -> {
                            float[] w = numbers(WIDTH * WIDTH);
                            for (int row = 0; row < WIDTH; row++) {
                                w[row * WIDTH] = 0;
                            }
                            return g.op("MatMul", x, g.constant("w", w, WIDTH, WIDTH));
                        });

        NdArray y = run(quantized(Method.DYNAMIC_INT8, model), input());

        assertEquals(0, y.number(0));
    }

    private Value axis(GraphBuilder g, long axis) {
        return g.constant("axis", new long[] {axis});
    }

    private Value weight(GraphBuilder g, String name, long... shape) {
        int size = 1;
        for (long dimension : shape) {
            size *= (int) dimension;
        }
        return g.constant(name, numbers(size), shape);
    }

    private float[] numbers(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static Model of(BiFunction<GraphBuilder, Value, Value> body) {
        GraphBuilder g = new GraphBuilder("test", GraphBuilder.opset(17));
        Value x = g.input("x", ElementType.FLOAT, Dimension.of("N"), Dimension.of(WIDTH));
        Value y = body.apply(g, x).as(ElementType.FLOAT);
        g.output("y", y, Dimension.free(), Dimension.free());
        return g.build();
    }

    private static QuantizationPlan plan(Method method, Model model) throws Problem {
        return Quantizer.of(method, QuantizationOptions.usual(), model, Progress.none()).plan();
    }

    private static Model quantized(Method method, Model model) throws Problem {
        Model small =
                Quantizer.of(method, QuantizationOptions.usual(), model, Progress.none())
                        .quantized(Progress.none());
        assertEquals(List.of(), Checker.check(small));
        return small;
    }

    private static List<String> operators(Model model) {
        return model.graph().nodes().stream().map(Node::operator).toList();
    }

    private Map<String, NdArray> input() {
        return Map.of("x", NdArray.of(numbers(5 * WIDTH), 5, WIDTH));
    }

    private void assertNear(Model model, Model small, double tolerance) throws Problem {
        Map<String, NdArray> input = input();
        assertNear(run(model, input), run(small, input), tolerance);
    }

    private static void assertNear(NdArray expected, NdArray found, double tolerance) {
        assertEquals(expected.shape(), found.shape());
        double largest = 0;
        for (long i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.number(i)));
        }
        for (long i = 0; i < expected.size(); i++) {
            assertEquals(expected.number(i), found.number(i), tolerance * largest);
        }
    }

    private static NdArray run(Model model, Map<String, NdArray> input) throws Problem {
        try (Session session = Session.open("model", model, SessionOptions.serving())) {
            return session.run(input).array("y");
        }
    }
}
