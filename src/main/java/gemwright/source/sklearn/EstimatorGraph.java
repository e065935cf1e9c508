package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The graph that converters write into: ONNX operators, columns as tensors, and the answers of
/// other estimators.
///
/// Numbers come in as [#number] and are computed in double wherever float would cost accuracy; what
/// scikit-learn itself rounds to float32 is rounded here as well.
public final class EstimatorGraph {
    private final GraphBuilder builder;
    private final ElementType number;
    private final Answers answers;
    private final Map<String, Value> shared = new HashMap<>();
    private int exactly;
    private final List<Problem.Part> notes = new ArrayList<>();

    EstimatorGraph(GraphBuilder builder, ElementType number, Estimators estimators) {
        this.builder = builder;
        this.number = number;
        this.answers = new Answers(estimators, this);
    }

    /// What the model's numbers are: [ElementType#FLOAT], or [ElementType#DOUBLE] where the user
    /// asked for it.
    public ElementType number() {
        return number;
    }

    /// The version of ONNX's own operator set.
    public long opset() {
        return builder.opsetOf("");
    }

    /// Applies ONNX's own operator.
    public Value op(String operator, Value... in) {
        return node(operator).inputs(in).output();
    }

    /// Starts a node of ONNX's own operator, named after the estimator that is being converted.
    public NodeBuilder node(String operator) {
        return builder.node(operator).named(path() + "/" + operator);
    }

    /// A builder for a sub-graph of a node: it uses nothing but its own inputs and constants.
    public GraphBuilder subGraph(String name) {
        return builder.subGraph(name);
    }

    /// Numbers as a constant of that type. Without sizes: a vector.
    public Value constant(String hint, ElementType type, double[] values, long... shape) {
        long[] sizes = shape.length > 0 ? shape : new long[] {values.length};
        return switch (type) {
            case DOUBLE -> builder.constant(hint, values, sizes);
            case FLOAT -> {
                float[] rounded = new float[values.length];
                for (int i = 0; i < rounded.length; i++) {
                    rounded[i] = (float) values[i];
                }
                yield builder.constant(hint, rounded, sizes);
            }
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    /// One number as a constant of the type that another value has.
    public Value scalar(String hint, double value, Value like) {
        return like.type() == ElementType.DOUBLE
                ? builder.constant(hint, new double[] {value})
                : builder.constant(hint, new float[] {(float) value});
    }

    /// A vector of doubles as a constant.
    public Value doubles(String hint, double[] values) {
        return constant(hint, ElementType.DOUBLE, values);
    }

    /// A matrix of doubles as a constant.
    public Value doubles(String hint, Matrix matrix) {
        return matrix(hint, ElementType.DOUBLE, matrix);
    }

    /// A matrix of numbers as a constant.
    public Value matrix(String hint, ElementType type, Matrix matrix) {
        return constant(hint, type, matrix.numbers(), matrix.rows(), matrix.columns());
    }

    /// A vector of whole numbers as a constant.
    public Value integers(String hint, long... values) {
        return builder.constant(hint, values, values.length);
    }

    /// One whole number as a constant.
    public Value integer(String hint, long value) {
        return builder.constant(hint, new long[] {value});
    }

    /// A truth value as a constant without dimensions.
    public Value truth(String hint, boolean value) {
        return cast(builder.scalar(hint, value ? 1L : 0L), ElementType.BOOL);
    }

    /// Texts as a constant vector.
    public Value texts(String hint, List<String> values) {
        return builder.constant(hint, values.toArray(String[]::new), values.size());
    }

    /// The value as that type.
    public Value cast(Value value, ElementType type) {
        if (value.type() == type) {
            return value;
        }
        return shared.computeIfAbsent(
                "cast " + value.name() + " " + type,
                key -> node("Cast").inputs(value).attribute("to", type.code()).output().as(type));
    }

    /// Some columns of a tensor `[N, width]`, in the order asked for.
    public Value columns(Value value, int width, List<Integer> columns) {
        if (columns.equals(IntStream.range(0, width).boxed().toList())) {
            return value;
        }
        return shared.computeIfAbsent(
                "columns " + value.name() + " " + columns,
                key ->
                        node("Gather")
                                .inputs(
                                        value,
                                        integers(
                                                "columns",
                                                columns.stream().mapToLong(c -> c).toArray()))
                                .attribute("axis", 1)
                                .output()
                                .as(value.type()));
    }

    /// Tensors `[N, …]` of one type side by side.
    public Value sideBySide(List<Value> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return shared.computeIfAbsent(
                "join " + parts.stream().map(Value::name).toList(),
                key ->
                        node("Concat")
                                .inputs(parts.toArray(Value[]::new))
                                .attribute("axis", 1)
                                .output()
                                .as(parts.getFirst().type()));
    }

    /// The same doubles for every row, `[N, values]`.
    public Value everyRow(Features x, double[] values) throws Problem {
        Value rows =
                node("Shape")
                        .inputs(x.numbers(number, this))
                        .attribute("start", 0)
                        .attribute("end", 1)
                        .output();
        Value shape =
                node("Concat")
                        .inputs(rows, integers("width", values.length))
                        .attribute("axis", 0)
                        .output();
        return op("Expand", doubles("values", values), shape).as(ElementType.DOUBLE);
    }

    /// A reduction over one axis that keeps it: `ReduceSum`, `ReduceMax` and their like, in the
    /// form that the operator set has.
    public Value reduce(String operator, Value value, long axis) {
        boolean axesAsInput = opset() >= 18 || operator.equals("ReduceSum");
        NodeBuilder node =
                axesAsInput
                        ? node(operator).inputs(value, integers("axes", axis))
                        : node(operator).inputs(value).attribute("axes", new long[] {axis});
        return node.attribute("keepdims", 1).output().as(value.type());
    }

    /// The value in another shape; -1 stands for what is left.
    public Value reshape(Value value, long... shape) {
        return op("Reshape", value, integers("shape", shape)).as(value.type());
    }

    /// Numbers held within bounds; NaN stays.
    public Value clip(Value value, double low, double high) {
        return op("Clip", value, scalar("low", low, value), scalar("high", high, value));
    }

    /// The place of the largest number of each row of `[N, k]`, the first of equal ones: `[N]`.
    public Value argMax(Value value) {
        return node("ArgMax")
                .inputs(value)
                .attribute("axis", 1)
                .attribute("keepdims", 0)
                .output()
                .as(ElementType.INT64);
    }

    /// Asks another estimator for its columns.
    public Features transform(Estimator estimator, Features x) throws Problem {
        return answers.transform(estimator, x);
    }

    /// Asks another estimator to turn columns back.
    public Features inverse(Estimator estimator, Features x) throws Problem {
        return answers.inverse(estimator, x);
    }

    /// Asks another estimator for classes, whose last digits count: also where the model's numbers
    /// are floats, trees are added up in double.
    public List<Classified> classifyExactly(Estimator estimator, Features x) throws Problem {
        exactly++;
        try {
            return answers.classify(estimator, x);
        } finally {
            exactly--;
        }
    }

    /// Whether the last digits of what is being computed count.
    public boolean isExact() {
        return exactly > 0 || number == ElementType.DOUBLE;
    }

    /// Asks another estimator for classes.
    public List<Classified> classify(Estimator estimator, Features x) throws Problem {
        return answers.classify(estimator, x);
    }

    /// Asks another estimator for numbers.
    public Predicted predict(Estimator estimator, Features x) throws Problem {
        return answers.predict(estimator, x);
    }

    /// Tells the user something about the model that is no reason to refuse it.
    public void note(String key, Object... arguments) {
        Problem.Part note = Problem.Part.of(key, path(), arguments);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /// Path of the estimator that is being converted.
    String path() {
        return answers.path();
    }

    Answers answers() {
        return answers;
    }

    List<Problem.Part> notes() {
        return List.copyOf(notes);
    }

    Value input(String name, ElementType type, int width) {
        return builder.input(name, type, Dimension.of("N"), Dimension.of(width));
    }
}
