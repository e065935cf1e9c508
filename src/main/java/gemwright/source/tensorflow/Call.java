package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A node as its function sees it. An attribute that the function does not ask for and that is set
/// is refused.
final class Call {
    private final GraphNode node;
    private final List<Value> inputs;
    private final String where;
    private final Set<String> consumed = new HashSet<>();

    Call(GraphNode node, List<Value> inputs, String where) {
        this.node = node;
        this.inputs = inputs;
        this.where = where;
    }

    String operator() {
        return node.operator();
    }

    int inputs() {
        return inputs.size();
    }

    List<Value> all() {
        return inputs;
    }

    Value value(int input) throws Problem {
        if (input >= inputs.size()) {
            throw refused("tensorflow.inputs", operator());
        }
        return inputs.get(input);
    }

    private Optional<Attribute> attribute(String name) {
        consumed.add(name);
        return Optional.ofNullable(node.attributes().get(name));
    }

    void ignore(String... names) {
        consumed.addAll(Arrays.asList(names));
    }

    long whole(String name, long standard) {
        return attribute(name).orElse(null) instanceof Attribute.Whole(long number)
                ? number
                : standard;
    }

    float real(String name, float standard) {
        return attribute(name).orElse(null) instanceof Attribute.Real(float number)
                ? number
                : standard;
    }

    boolean truth(String name, boolean standard) {
        return attribute(name).orElse(null) instanceof Attribute.Truth(boolean value)
                ? value
                : standard;
    }

    String text(String name, String standard) {
        return attribute(name).orElse(null) instanceof Attribute.Text(String text)
                ? text
                : standard;
    }

    ElementType type(String name, ElementType standard) {
        return attribute(name).orElse(null) instanceof Attribute.Type(ElementType type)
                ? type
                : standard;
    }

    long[] wholes(String name) {
        return attribute(name).orElse(null) instanceof Attribute.Items(List<Attribute> items)
                ? items.stream()
                        .mapToLong(i -> i instanceof Attribute.Whole(long number) ? number : 0)
                        .toArray()
                : new long[0];
    }

    Optional<Tensor> tensor(String name) {
        return attribute(name).orElse(null) instanceof Attribute.Content(Tensor tensor)
                ? Optional.of(tensor)
                : Optional.empty();
    }

    /// Whole numbers that an input holds, where sizes and constants tell them.
    Optional<List<Size>> known(int input, SizedGraph g) throws Problem {
        return g.content(value(input));
    }

    /// The same, which must be known before a run.
    List<Size> content(int input, SizedGraph g) throws Problem {
        Optional<List<Size>> known = known(input, g);
        if (known.isEmpty()) {
            throw refused("tensorflow.dynamic", operator(), input);
        }
        return known.get();
    }

    /// Whole numbers of a constant input.
    long[] constants(int input, SizedGraph g) throws Problem {
        List<Size> content = content(input, g);
        if (!content.stream().allMatch(Size::isKnown)) {
            throw refused("tensorflow.dynamic", operator(), input);
        }
        return content.stream().mapToLong(s -> s.number().orElseThrow()).toArray();
    }

    long constant(int input, SizedGraph g) throws Problem {
        long[] numbers = constants(input, g);
        if (numbers.length != 1) {
            throw refused("tensorflow.inputs", operator());
        }
        return numbers[0];
    }

    /// An input as a vector of sizes for ONNX.
    Value sizes(int input, SizedGraph g) throws Problem {
        return g.sizes(value(input));
    }

    /// An axis counted from the front.
    int axis(long axis, int rank) throws Problem {
        long front = axis < 0 ? axis + rank : axis;
        if (front < 0 || front >= rank) {
            throw refused("tensorflow.axis", operator(), axis, rank);
        }
        return (int) front;
    }

    /// A problem at this node.
    Problem refused(String key, Object... arguments) {
        return Problem.of(key, where + ", " + node.name(), arguments);
    }

    /// A problem with an attribute.
    Problem refusedAttribute(String name) {
        return refused("tensorflow.attribute", operator(), name);
    }

    /// Types are those of the inputs; names that begin with `_` are hints for TensorFlow's runtime.
    void requireConsumed() throws Problem {
        for (Map.Entry<String, Attribute> entry : node.attributes().entrySet()) {
            String name = entry.getKey();
            boolean plain = name.startsWith("_") || consumed.contains(name) || name.equals("N");
            if (!plain && !isUnset(entry.getValue())) {
                throw refusedAttribute(name);
            }
        }
    }

    private static boolean isUnset(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Type _ -> true;
            case Attribute.Truth(boolean value) -> !value;
            case Attribute.Text(String text) -> text.isEmpty();
            case Attribute.Items(List<Attribute> items) ->
                    items.stream().allMatch(i -> i instanceof Attribute.Type);
            case Attribute.Whole _,
                    Attribute.Real _,
                    Attribute.Sizes _,
                    Attribute.Content _,
                    Attribute.Called _ ->
                    false;
        };
    }
}
