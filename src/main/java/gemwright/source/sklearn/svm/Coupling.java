package gemwright.source.sklearn.svm;

import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;

/// From decisions between pairs of classes to probabilities of the classes: a sigmoid for each
/// pair, then pairwise coupling (Wu, Lin, Weng 2004, second method; `multiclass_probability` of
/// libsvm).
///
/// libsvm stops as soon as the largest error is below 0.005 / classes, which two classes notice as
/// well, so each row has to stop in its own round: a loop over all rows, in which those that are
/// done stay as they are.
final class Coupling {
    private static final double LEAST = 1e-7;
    private static final int ROUNDS = 100;
    private static final ElementType DOUBLE = ElementType.DOUBLE;

    private final EstimatorGraph g;
    private final int classes;
    private final GraphBuilder body;

    private Coupling(int classes, EstimatorGraph g) {
        this.g = g;
        this.classes = classes;
        this.body = g.subGraph("round");
    }

    /// The probabilities, `[N, classes]`.
    ///
    /// @param decisions `[N, pairs]`, positive for the first class of a pair
    /// @param a slope of each pair's sigmoid
    /// @param b its offset
    static Value probabilities(
            Value decisions, double[] a, double[] b, int classes, EstimatorGraph g) {
        Value scaled = g.op("Mul", decisions, g.doubles("probA", a));
        Value argument = g.op("Add", scaled, g.doubles("probB", b));
        Value one = g.scalar("one", 1, argument);
        // 1 / (1 + e^t), written so that no power overflows
        Value power = g.op("Exp", g.op("Neg", g.op("Abs", argument)));
        Value positive = g.op("GreaterOrEqual", argument, g.scalar("zero", 0, argument));
        Value below = g.op("Add", one, power);
        Value sigmoid = g.op("Div", g.op("Where", positive, power, one), below);
        Value first = g.clip(sigmoid.as(DOUBLE), LEAST, 1 - LEAST); // [N, pairs]
        return new Coupling(classes, g).coupled(first);
    }

    /// @param first probability of the first class of each pair, `[N, pairs]`
    private Value coupled(Value first) {
        Value second = g.op("Sub", g.scalar("one", 1, first), first);
        List<Value> quadratic = new ArrayList<>();
        for (int t = 0; t < classes; t++) {
            quadratic.add(row(t, first, second));
        }
        Value q = g.sideBySide(quadratic); // [N, classes · classes], row after row
        Value nothing = g.op("Mul", g.columns(q, classes * classes, firstRow()), zero(q));
        Value even = g.op("Add", nothing, g.scalar("even", 1.0 / classes, q)); // [N, classes]
        return loop(q, even.as(DOUBLE));
    }

    private List<Integer> firstRow() {
        return java.util.stream.IntStream.range(0, classes).boxed().toList();
    }

    private Value zero(Value like) {
        return g.scalar("zero", 0, like);
    }

    /// Row t of Q: the squares of what the others say against t on the diagonal, minus the products
    /// elsewhere.
    private Value row(int t, Value first, Value second) {
        List<Value> row = new ArrayList<>();
        for (int j = 0; j < classes; j++) {
            row.add(j == t ? diagonal(t, first, second) : product(t, j, first, second));
        }
        return g.sideBySide(row);
    }

    private Value diagonal(int t, Value first, Value second) {
        List<Value> squares = new ArrayList<>();
        for (int j = 0; j < classes; j++) {
            if (j != t) {
                Value against = says(j, t, first, second);
                squares.add(g.op("Mul", against, against).as(DOUBLE));
            }
        }
        Value all = g.sideBySide(squares);
        return g.reduce("ReduceSum", all, 1);
    }

    private Value product(int t, int j, Value first, Value second) {
        return g.op("Neg", g.op("Mul", says(j, t, first, second), says(t, j, first, second)))
                .as(DOUBLE);
    }

    /// The probability of i against j, `[N, 1]`.
    private Value says(int i, int j, Value first, Value second) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        int pair = low * (2 * classes - low - 1) / 2 + (high - low - 1);
        int pairs = classes * (classes - 1) / 2;
        return g.columns(i < j ? first : second, pairs, List.of(pair));
    }

    private Value loop(Value q, Value even) {
        Value going = g.op("Greater", even, zero(even)); // all of them
        Value open = g.columns(going.as(ElementType.BOOL), classes, List.of(0)); // [N, 1]
        Value start = g.truth("start", true);
        return g.node("Loop")
                .inputs(g.integer("rounds", Math.max(ROUNDS, classes)), start, even, open)
                .attribute("body", round(q))
                .outputs(2)
                .getFirst()
                .as(DOUBLE);
    }

    /// One round: rows that are done stay as they are.
    private Graph round(Value q) {
        String prefix = q.name() + "_"; // names are unique over all graphs of a model
        body.input(prefix + "round", ElementType.INT64);
        body.input(prefix + "more", ElementType.BOOL);
        Value p = body.input(prefix + "p", DOUBLE, Dimension.of("N"), Dimension.of(classes));
        Value open =
                body.input(prefix + "open", ElementType.BOOL, Dimension.of("N"), Dimension.of(1));
        List<Value> rows = new ArrayList<>();
        for (int t = 0; t < classes; t++) {
            rows.add(slice(q, t * classes, classes));
        }
        Value products = products(rows, p); // Qp, [N, classes]
        Value whole = sum(body.op("Mul", p, products)); // pQp, [N, 1]
        Value errors = body.op("Abs", body.op("Sub", products, whole)).as(DOUBLE);
        Value eps = body.constant("eps", new double[] {0.005 / classes});
        Value wrong = body.op("GreaterOrEqual", reduced("ReduceMax", errors), eps);
        Value still = body.op("And", open, wrong).as(ElementType.BOOL);
        Value next = body.op("Where", still, improved(rows, p, products, whole), p);
        Value number =
                body.node("Cast")
                        .inputs(still)
                        .attribute("to", ElementType.FLOAT.code())
                        .output(ElementType.FLOAT);
        Value most = body.node("ReduceMax").inputs(number).attribute("keepdims", 0).output();
        Value any =
                body.node("Cast")
                        .inputs(most)
                        .attribute("to", ElementType.BOOL.code())
                        .output(ElementType.BOOL);
        body.output(prefix + "goOn", any);
        body.output(prefix + "next", next.as(DOUBLE), Dimension.of("N"), Dimension.of(classes));
        body.output(prefix + "still", still, Dimension.of("N"), Dimension.of(1));
        return body.graph();
    }

    /// One coordinate after the other, each on what the one before left.
    private Value improved(List<Value> rows, Value p, Value products, Value whole) {
        Value one = body.constant("one", new double[] {1});
        Value now = p;
        Value qp = products;
        Value pqp = whole;
        for (int t = 0; t < classes; t++) {
            Value own = slice(rows.get(t), t, 1);
            Value qpt = slice(qp, t, 1);
            Value diff = body.op("Div", body.op("Sub", pqp, qpt), own);
            Value more = body.op("Add", one, diff);
            Value twice = body.op("Add", qpt, qpt);
            Value inner = body.op("Add", body.op("Mul", diff, own), twice);
            Value gained = body.op("Add", pqp, body.op("Mul", diff, inner));
            pqp = body.op("Div", body.op("Div", gained, more), more);
            qp = body.op("Div", body.op("Add", qp, body.op("Mul", diff, rows.get(t))), more);
            Value moved = body.op("Add", now, body.op("Mul", diff, unit(t)));
            now = body.op("Div", moved, more);
        }
        return now.as(DOUBLE);
    }

    private Value unit(int t) {
        double[] unit = new double[classes];
        unit[t] = 1;
        return body.constant("unit", unit);
    }

    private Value products(List<Value> rows, Value p) {
        List<Value> products = new ArrayList<>();
        for (Value row : rows) {
            products.add(sum(body.op("Mul", row, p)));
        }
        return body.node("Concat").inputs(products).attribute("axis", 1).output(DOUBLE);
    }

    private Value sum(Value value) {
        return reduced("ReduceSum", value);
    }

    private Value reduced(String operator, Value value) {
        boolean axesAsInput = g.opset() >= 18 || operator.equals("ReduceSum");
        NodeBuilder node =
                axesAsInput
                        ? body.node(operator)
                                .inputs(value, body.constant("axes", new long[] {1}, 1))
                        : body.node(operator).inputs(value).attribute("axes", new long[] {1});
        return node.attribute("keepdims", 1).output(DOUBLE);
    }

    private Value slice(Value value, int from, int count) {
        return body.node("Slice")
                .inputs(
                        value,
                        body.constant("from", new long[] {from}, 1),
                        body.constant("to", new long[] {from + count}, 1),
                        body.constant("axes", new long[] {1}, 1))
                .output(DOUBLE);
    }
}
