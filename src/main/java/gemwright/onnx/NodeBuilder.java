package gemwright.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One node on its way into a [GraphBuilder]; [#output], [#outputs] or [#into] puts it there.
public final class NodeBuilder {
    private final GraphBuilder graph;
    private final String operator;
    private final List<Value> inputs = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private String name = "";
    private String domain = Domain.ONNX;

    NodeBuilder(GraphBuilder graph, String operator) {
        this.graph = graph;
        this.operator = operator;
    }

    /// Who defines the operator; ONNX unless said otherwise.
    public NodeBuilder domain(String of) {
        domain = of;
        return this;
    }

    /// A hint for the node's name; the operator's unless said otherwise.
    public NodeBuilder named(String hint) {
        name = hint;
        return this;
    }

    /// Adds inputs; [Value#NONE] leaves an optional one out.
    public NodeBuilder inputs(Value... values) {
        inputs.addAll(Arrays.asList(values));
        return this;
    }

    /// Adds inputs.
    public NodeBuilder inputs(List<Value> values) {
        inputs.addAll(values);
        return this;
    }

    /// Adds a whole number.
    public NodeBuilder attribute(String named, long value) {
        return attribute(new Attribute.OfInt(named, value));
    }

    /// Adds a float.
    public NodeBuilder attribute(String named, float value) {
        return attribute(new Attribute.OfFloat(named, value));
    }

    /// Adds a string.
    public NodeBuilder attribute(String named, String value) {
        return attribute(new Attribute.OfString(named, value));
    }

    /// Adds whole numbers.
    public NodeBuilder attribute(String named, long[] values) {
        return attribute(new Attribute.OfInts(named, Longs.of(values)));
    }

    /// Adds floats.
    public NodeBuilder attribute(String named, float[] values) {
        return attribute(new Attribute.OfFloats(named, Floats.of(values)));
    }

    /// Adds strings.
    public NodeBuilder attribute(String named, List<String> values) {
        return attribute(new Attribute.OfStrings(named, values));
    }

    /// Adds a tensor.
    public NodeBuilder attribute(String named, Tensor value) {
        return attribute(new Attribute.OfTensor(named, value));
    }

    /// Adds a sub-graph.
    public NodeBuilder attribute(String named, Graph value) {
        return attribute(new Attribute.OfGraph(named, value));
    }

    /// Adds an attribute of any kind.
    public NodeBuilder attribute(Attribute attribute) {
        attributes.add(attribute);
        return this;
    }

    /// Puts the node into the graph; its one output, of the type that the operator's definition
    /// gives, as far as that can be told.
    public Value output() {
        return outputs(1).getFirst();
    }

    /// Puts the node into the graph; its one output, of that type.
    public Value output(ElementType type) {
        return output().as(type);
    }

    /// Puts the node into the graph; its first outputs, as many as asked for.
    public List<Value> outputs(int count) {
        String base = (name.isEmpty() ? operator : name) + "_out";
        return put(IntStream.range(0, count).mapToObj(i -> graph.unique(base)).toList());
    }

    /// Puts the node into the graph with outputs of exactly these names: those of a node that it
    /// takes the place of. An empty name is an output that no one wants.
    public List<Value> into(String... outputs) {
        return put(List.of(outputs));
    }

    /// Puts the node into the graph with outputs of exactly these names.
    public List<Value> into(List<String> outputs) {
        return put(outputs);
    }

    private List<Value> put(List<String> outputs) {
        List<String> names = inputs.stream().map(Value::name).toList();
        String unique = graph.uniqueNodeName(name.isEmpty() ? operator : name);
        Node node = new Node(unique, operator, domain, names, outputs, attributes);
        List<ElementType> types = graph.add(node, inputs.stream().map(Value::type).toList());
        return IntStream.range(0, outputs.size())
                .mapToObj(i -> new Value(outputs.get(i), types.get(i)))
                .toList();
    }
}
