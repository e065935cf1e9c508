package gemwright.onnx.transpose;

import gemwright.onnx.Attribute;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Longs;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.ShapeTracker;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which values of a graph are held in another order of axes, while the graph is written anew.
final class Arrangement {
    private final ShapeTracker shapes;
    private final Set<String> needed;
    private final boolean eager;
    private final Map<String, Held> held = new HashMap<>();
    private final Map<Held, String> transposed = new HashMap<>();
    private final Map<String, Tensor> made = new HashMap<>();
    private final GraphBuilder g;

    /// @param g the new graph
    /// @param shapes sizes of the values of the original graph
    /// @param needed names that must be there as they are: outputs, what sub-graphs use
    /// @param eager whether an operator between a transposed and a plain value takes the transposed
    ///   one's order
    Arrangement(GraphBuilder g, ShapeTracker shapes, Set<String> needed, boolean eager) {
        this.g = g;
        this.shapes = shapes;
        this.needed = needed;
        this.eager = eager;
    }

    /// The version of ONNX's operator set.
    long opset() {
        return g.opsetOf("");
    }

    /// How a value is held; empty where it is there as it is.
    Optional<Held> held(String value) {
        return Optional.ofNullable(held.get(value));
    }

    /// How a value is held, where its axes lie in another order.
    Optional<Held> turned(String value) {
        return held(value).filter(h -> !h.order().isIdentity());
    }

    /// The order of the first input that is held in another one; what the operator is to work in.
    Optional<Permutation> order(Node node) {
        return node.inputs().stream()
                .flatMap(in -> turned(in).stream())
                .map(Held::order)
                .findFirst();
    }

    Optional<List<Size>> shape(String value) {
        return shapes.shape(new Value(value, g.value(value).type()));
    }

    OptionalInt rank(String value) {
        Optional<Integer> rank =
                held(value)
                        .map(h -> h.order().rank())
                        .or(() -> constant(value).map(t -> t.shape().size()))
                        .or(() -> shape(value).map(List::size));
        return rank.isPresent() ? OptionalInt.of(rank.get()) : OptionalInt.empty();
    }

    /// The content of a constant of the original graph, or of one that this made of one.
    Optional<Tensor> constant(String value) {
        Tensor ours = made.get(value);
        return ours != null ? Optional.of(ours) : g.constantOf(value);
    }

    /// The whole numbers of a constant.
    Optional<Longs> numbers(Node node, int input) {
        boolean there = input < node.inputs().size() && !node.inputs().get(input).isEmpty();
        return there
                ? constant(node.inputs().get(input)).map(t -> Longs.of(t.longs()))
                : Optional.empty();
    }

    String vector(String hint, long... numbers) {
        return remembered(Tensor.of(hint, numbers, numbers.length));
    }

    /// The elements of a vector in another order.
    String picked(String vector, Permutation order) {
        return g.op("Gather", g.value(vector), g.constant("order", order.order().toLongs())).name();
    }

    String remembered(Tensor tensor) {
        String name = g.constant(tensor).name();
        made.put(name, tensor);
        return name;
    }

    /// Whether a value can be had in that order: broadcast, without a new `Transpose` or, where the
    /// policy wants it, with one.
    boolean canHave(Permutation order, String value) {
        if (isFree(order, value)) {
            return true;
        }
        Held wanted = wanted(order, value);
        return rank(value).orElse(-1) == order.rank() && (eager || transposed.containsKey(wanted));
    }

    /// Whether a value can be had in that order without any `Transpose`.
    boolean isFree(Permutation order, String value) {
        Optional<Held> there = held(value);
        if (value.isEmpty() || there.map(h -> h.order().equals(order)).orElse(false)) {
            return true;
        }
        Optional<Tensor> constant = constant(plainSource(value));
        return constant.isPresent()
                ? arranged(constant.get(), order).isPresent()
                : rank(value).orElse(-1) == 0;
    }

    /// A value in that order, so that `Transpose(result, order)` is it. Only for one that
    /// [#canHave].
    String in(Permutation order, String value) {
        Optional<Held> there = held(value);
        if (value.isEmpty() || rank(value).orElse(-1) == 0) {
            return plain(value);
        }
        if (there.map(h -> h.order().equals(order)).orElse(false)) {
            return there.orElseThrow().source();
        }
        Optional<Tensor> constant = constant(plainSource(value));
        if (constant.isPresent()) {
            return constant.get().size() == 1
                    ? plainSource(value)
                    : remembered(arranged(constant.get(), order).orElseThrow());
        }
        return transposed(wanted(order, value));
    }

    private Held wanted(Permutation order, String value) {
        Held now = held(value).orElse(new Held(value, Permutation.identity(order.rank())));
        return new Held(now.source(), now.order().then(order.inverse()));
    }

    private String plainSource(String value) {
        return held(value).filter(h -> h.order().isIdentity()).map(Held::source).orElse(value);
    }

    /// A constant that broadcasts, in that order; empty where it has more axes, or holds text.
    private static Optional<Tensor> arranged(Tensor constant, Permutation order) {
        int missing = order.rank() - constant.shape().size();
        if (missing < 0) {
            return Optional.empty();
        }
        if (constant.size() == 1) {
            return Optional.of(constant);
        }
        long[] shape = new long[order.rank()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = i < missing ? 1 : constant.shape().at(i - missing);
        }
        Tensor stretched = constant.with(constant.type(), Longs.of(shape), constant.data());
        return PermutedTensor.of(stretched, order.inverse());
    }

    private String transposed(Held wanted) {
        if (wanted.order().isIdentity()) {
            return wanted.source();
        }
        String had = transposed.get(wanted);
        if (had == null) {
            had = g.unique(wanted.source() + "_transposed");
            transpose(wanted, had);
        }
        return had;
    }

    private void transpose(Held wanted, String into) {
        g.node("Transpose")
                .inputs(g.value(wanted.source()))
                .attribute("perm", wanted.order().order().toLongs())
                .into(into);
        transposed.putIfAbsent(wanted, into);
    }

    /// The name under which a value can be used as it is: a `Transpose` is written for one that is
    /// held in another order.
    String plain(String value) {
        Optional<Held> there = held(value);
        return there.isEmpty() ? value : transposed(there.get());
    }

    /// A node on the source of its first input, which is held; the others are taken as they are.
    Node onSource(Node node) {
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(0, held(inputs.getFirst()).orElseThrow().source());
        for (int i = 1; i < inputs.size(); i++) {
            inputs.set(i, plain(inputs.get(i)));
        }
        return node.withInputs(inputs);
    }

    /// Writes a node that takes its inputs as they are.
    boolean pass(Node node) {
        List<String> inputs = node.inputs().stream().map(this::plain).toList();
        if (inputs.equals(node.inputs())) {
            return false;
        }
        g.pass(node.withInputs(inputs));
        return true;
    }

    /// Notes that a `Transpose` need not be written.
    void hold(String value, Held as) {
        held.put(value, as);
        if (needed.contains(value)) {
            String had = as.order().isIdentity() ? as.source() : transposed.get(as);
            if (had != null) {
                g.node("Identity").inputs(g.value(had)).into(value);
            } else {
                transpose(as, value);
            }
        }
    }

    /// Notes that a value is that constant.
    void holdConstant(String value, Tensor constant) {
        hold(value, new Held(remembered(constant), Permutation.identity(constant.shape().size())));
    }

    /// Writes a node on other inputs whose one output is held in that order.
    void carry(Node node, Permutation order) {
        carry(node, List.of(order));
    }

    /// Writes a node on other inputs whose outputs are held in these orders.
    ///
    /// @param node with its new inputs and attributes, and the outputs of the original
    void carry(Node node, List<Permutation> orders) {
        List<String> outputs = new ArrayList<>();
        for (String output : node.outputs()) {
            outputs.add(output.isEmpty() ? output : g.unique(output + "_turned"));
        }
        g.pass(node.withOutputs(outputs));
        for (int i = 0; i < outputs.size(); i++) {
            if (!outputs.get(i).isEmpty()) {
                Permutation order = orders.get(Math.min(i, orders.size() - 1));
                hold(node.outputs().get(i), new Held(outputs.get(i), order));
            }
        }
    }

    /// A node with another whole number as attribute.
    static Node with(Node node, Attribute attribute) {
        List<Attribute> attributes = new ArrayList<>(node.attributes());
        attributes.removeIf(a -> Objects.equals(a.name(), attribute.name()));
        attributes.add(attribute);
        return node.withAttributes(attributes);
    }
}
