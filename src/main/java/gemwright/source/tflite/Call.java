package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.format.flatbuffer.FlatTable;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An operator as its function sees it: inputs as reals, options by their place in the schema. What
/// the function does not ask for and is not at its default is refused.
final class Call {
    /// What no operator here computes with.
    private static final Set<ElementType> NO_NUMBERS =
            EnumSet.of(ElementType.STRING, ElementType.COMPLEX64, ElementType.COMPLEX128);

    private final TfliteNode node;
    private final TfliteGraph graph;
    private final Values values;
    private final String where;
    private final Set<Integer> consumed = new HashSet<>();

    Call(TfliteNode node, TfliteGraph graph, Values values, String where) {
        this.node = node;
        this.graph = graph;
        this.values = values;
        this.where = where;
    }

    String operator() {
        return node.operator();
    }

    int inputs() {
        return node.inputs().size();
    }

    int outputs() {
        return node.outputs().size();
    }

    boolean has(int input) {
        return input < inputs() && node.inputs().at(input) >= 0;
    }

    private TfliteTensor tensor(int input) throws Problem {
        if (!has(input)) {
            throw refused("tflite.inputs", operator());
        }
        TfliteTensor tensor = graph.tensors().get((int) node.inputs().at(input));
        if (NO_NUMBERS.contains(tensor.type())) {
            throw refused("tflite.noNumbers", tensor.name(), tensor.type().spelling());
        }
        return tensor;
    }

    /// What the file says of an output.
    TfliteTensor output(int output) {
        return graph.tensors().get((int) node.outputs().at(output));
    }

    /// An input: reals where it is quantized, else as it is.
    Value value(int input) throws Problem {
        tensor(input);
        return values.real((int) node.inputs().at(input));
    }

    /// An input that may be left out.
    Value optional(int input) throws Problem {
        return has(input) ? value(input) : Value.NONE;
    }

    /// An input with its axes in another order: a constant is turned before it is dequantized.
    Value turned(int input, long... order) throws Problem {
        boolean all =
                java.util.stream.LongStream.range(0, order.length)
                        .allMatch(Longs.of(order)::contains);
        if (!all || order.length != tensor(input).sizes().size()) {
            throw refused("tflite.axis", operator(), Longs.of(order), tensor(input).sizes().size());
        }
        return values.turned((int) node.inputs().at(input), order);
    }

    /// An input as it is stored.
    Value stored(int input) throws Problem {
        tensor(input);
        return values.stored((int) node.inputs().at(input));
    }

    /// Makes an output as it is stored, without a detour over reals.
    void store(int output, Value stored) {
        values.store((int) node.outputs().at(output), stored);
    }

    /// `DEQUANTIZE`: reals, or half precision made wider; what needs a constant of it in another
    /// order can still turn the narrow one.
    List<Value> widen(SizedGraph g) throws Problem {
        Value wide = g.cast(value(0), output(0).type());
        values.widen((int) node.outputs().at(0), (int) node.inputs().at(0), wide);
        return List.of();
    }

    /// Whether an input stands for reals by more than one scale.
    boolean isPerChannel(int input) throws Problem {
        return tensor(input).quantization().map(Quantization::perChannel).orElse(false);
    }

    /// Whether an input and an output stand for reals in the same way.
    boolean sameScale(int input, int output) throws Problem {
        return tensor(input).type() == output(output).type()
                && tensor(input).quantization().equals(output(output).quantization());
    }

    /// Whole numbers that an input holds, computed from sizes or constant.
    ///
    /// @throws Problem where only a run can tell them
    List<Size> content(int input, SizedGraph g) throws Problem {
        Optional<List<Size>> content = known(input, g);
        if (content.isEmpty()) {
            throw refused("tflite.dynamic", operator(), tensor(input).name());
        }
        return content.get();
    }

    Optional<List<Size>> known(int input, SizedGraph g) throws Problem {
        return g.content(value(input));
    }

    /// Whole numbers of an input that is constant.
    long[] constants(int input, SizedGraph g) throws Problem {
        List<Size> content = content(input, g);
        if (!content.stream().allMatch(Size::isKnown)) {
            throw refused("tflite.dynamic", operator(), tensor(input).name());
        }
        return content.stream().mapToLong(s -> s.number().orElseThrow()).toArray();
    }

    /// One whole number of an input that is constant.
    long constant(int input, SizedGraph g) throws Problem {
        long[] numbers = constants(input, g);
        if (numbers.length != 1) {
            throw refused("tflite.inputs", operator());
        }
        return numbers[0];
    }

    /// A size that has to be known, and no 0.
    long number(Size size) throws Problem {
        long number = size.number().orElse(0);
        if (number < 1) {
            throw refused("tflite.dynamic", operator(), size.toString());
        }
        return number;
    }

    /// An input as a vector of sizes for ONNX.
    Value sizes(int input, SizedGraph g) throws Problem {
        return g.sizes(value(input));
    }

    ElementType type(int input) throws Problem {
        return tensor(input).type();
    }

    private Optional<FlatTable> option(int field) {
        consumed.add(field);
        return node.options();
    }

    int whole(int field, int standard) throws Problem {
        Optional<FlatTable> options = option(field);
        return options.isPresent() ? options.get().integer(field, standard) : standard;
    }

    /// A step, a distance or the size of a window: at least 1.
    long positive(int field, int standard) throws Problem {
        int number = whole(field, standard);
        if (number < 1) {
            throw refused("tflite.option", operator(), field);
        }
        return number;
    }

    int code(int field) throws Problem {
        Optional<FlatTable> options = option(field);
        return options.isPresent() ? options.get().octet(field, 0) : 0;
    }

    boolean truth(int field) throws Problem {
        return code(field) != 0;
    }

    float number(int field) throws Problem {
        Optional<FlatTable> options = option(field);
        return options.isPresent() ? options.get().single(field, 0) : 0;
    }

    Longs wholes(int field) throws Problem {
        Optional<FlatTable> options = option(field);
        long[] numbers =
                options.isPresent()
                        ? java.util.Arrays.stream(options.get().integers(field))
                                .asLongStream()
                                .toArray()
                        : new long[0];
        return Longs.of(numbers);
    }

    /// Options that say how the interpreter computes, not what.
    void ignore(int... fields) {
        for (int field : fields) {
            consumed.add(field);
        }
    }

    /// Refuses what nobody asked for.
    void requireConsumed() throws Problem {
        if (node.options().isPresent()) {
            for (int field = 0; field < node.options().get().fields(); field++) {
                if (!consumed.contains(field) && node.options().get().has(field)) {
                    throw refused("tflite.option", operator(), field);
                }
            }
        }
    }

    Problem refused(String key, Object... arguments) {
        return Problem.of(key, where + ", " + output(0).name(), arguments);
    }

    /// An axis counted from the front.
    int axis(long given, int rank) throws Problem {
        long axis = given < 0 ? given + rank : given;
        if (axis < 0 || axis >= Math.max(1, rank)) {
            throw refused("tflite.axis", operator(), given, rank);
        }
        return (int) axis;
    }
}
