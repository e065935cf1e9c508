package gemwright.onnx;

import gemwright.base.Json;
import gemwright.format.protobuf.Kept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Builds a model node by node; names are made unique, equal constants are kept once, and every
/// operator must exist in the operator set it is used from.
///
/// ```java
/// GraphBuilder g = new GraphBuilder("scaler", GraphBuilder.opset(18));
/// Value x = g.input("X", ElementType.FLOAT, Dimension.of("N"), Dimension.of(4));
/// Value y = g.op("Div", x, g.constant("scale", scale, 4));
/// g.output("transformed", y, Dimension.of("N"), Dimension.of(4));
/// Model model = g.build();
/// ```
///
/// Belongs to one thread. What it refuses (an unknown operator, a value used twice as output) is a
/// defect of the caller and not of a file: `IllegalArgumentException`.
public final class GraphBuilder {
    /// Metadata key: a JSON list of the names of the features.
    public static final String FEATURES = "gemwright.features";

    /// Metadata key: hash and library of what the model was converted from.
    public static final String SOURCE = "gemwright.source";

    private final String name;
    private final Map<String, Long> operatorSets;
    private final Names names;
    private final Known known;
    private final ConstantPool constants;
    private final Set<String> reserved = new HashSet<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<ValueInfo> inputs = new ArrayList<>();
    private final List<ValueInfo> outputs = new ArrayList<>();
    private Metadata metadata = Metadata.NONE;

    /// A graph of that name that uses these operator sets.
    public GraphBuilder(String name, List<OperatorSet> operatorSets) {
        this(name, new LinkedHashMap<>(), new Names(), Known.nothing());
        operatorSets.forEach(s -> require(s.domain(), s.version()));
    }

    private GraphBuilder(String name, Map<String, Long> operatorSets, Names names, Known known) {
        this.name = name;
        this.operatorSets = operatorSets;
        this.names = names;
        this.known = known;
        this.constants = new ConstantPool(names);
    }

    /// A builder for what takes the place of nodes of a model's graph.
    static GraphBuilder over(Model model) {
        GraphBuilder g =
                new GraphBuilder(
                        model.graph().name(),
                        new LinkedHashMap<>(),
                        Names.of(model.graph()),
                        Known.of(model.graph(), Optional.empty()));
        model.operatorSets().forEach(s -> g.require(s.domain(), s.version()));
        return g;
    }

    /// A builder for what takes the place of nodes of a graph in this graph.
    GraphBuilder over(Graph inner) {
        return new GraphBuilder(
                inner.name(), operatorSets, names, Known.of(inner, Optional.of(known)));
    }

    /// ONNX's own operator set of that version, and the classical machine learning one that came
    /// with it.
    public static List<OperatorSet> opset(long version) {
        return List.of(
                new OperatorSet(Domain.ONNX, version),
                new OperatorSet(Domain.ML, Operators.machineLearning(version)));
    }

    /// A builder for a sub-graph of a node of this graph; names stay unique over both, and values
    /// of this graph may be used in it. Hand its [#graph] to [NodeBuilder#attribute].
    public GraphBuilder subGraph(String named) {
        return new GraphBuilder(named, operatorSets, names, known.inner());
    }

    /// Adds an operator set, or checks that the one there is that version.
    public GraphBuilder require(String domain, long version) {
        Long had = operatorSets.putIfAbsent(Domain.normal(domain), version);
        if (had != null && had != version) {
            throw new IllegalArgumentException(
                    Domain.shown(domain) + " " + version + ", but the graph has " + had);
        }
        return this;
    }

    /// The version of that operator set that the graph uses.
    public long opsetOf(String domain) {
        Long version = operatorSets.get(Domain.normal(domain));
        if (version == null) {
            throw new IllegalArgumentException("no operator set " + Domain.shown(domain));
        }
        return version;
    }

    /// An input of the graph, by exactly that name.
    public Value input(String named, ElementType type, Dimension... dimensions) {
        return input(new ValueInfo(named, ValueType.tensor(type, dimensions)));
    }

    /// An input of the graph of any type.
    public Value input(ValueInfo value) {
        if (!names.claim(value.name())) {
            throw new IllegalArgumentException(value.name() + " is taken");
        }
        inputs.add(value);
        return known.learn(new Value(value.name(), value.elementType()));
    }

    /// A constant of floats. Without sizes: a vector.
    public Value constant(String hint, float[] values, long... shape) {
        return constant(Tensor.of(hint, values, sizes(values.length, shape)));
    }

    /// A constant of doubles. Without sizes: a vector.
    public Value constant(String hint, double[] values, long... shape) {
        return constant(Tensor.of(hint, values, sizes(values.length, shape)));
    }

    /// A constant of 64-bit integers. Without sizes: a vector.
    public Value constant(String hint, long[] values, long... shape) {
        return constant(Tensor.of(hint, values, sizes(values.length, shape)));
    }

    /// A constant of strings. Without sizes: a vector.
    public Value constant(String hint, String[] values, long... shape) {
        return constant(Tensor.of(hint, List.of(values), sizes(values.length, shape)));
    }

    /// A constant float without dimensions.
    public Value scalar(String hint, float value) {
        return constant(Tensor.of(hint, new float[] {value}));
    }

    /// A constant double without dimensions.
    public Value scalar(String hint, double value) {
        return constant(Tensor.of(hint, new double[] {value}));
    }

    /// A constant 64-bit integer without dimensions.
    public Value scalar(String hint, long value) {
        return constant(Tensor.of(hint, new long[] {value}));
    }

    /// A constant string without dimensions.
    public Value scalar(String hint, String value) {
        return constant(Tensor.of(hint, List.of(value)));
    }

    /// A constant; its name is a hint. One that equals an earlier one in type, shape and content is
    /// that one, as long as it is small.
    public Value constant(Tensor tensor) {
        return known.learn(constants.add(tensor));
    }

    /// A value of that name, with what is known of its type: in a [GraphTransform] any value of the
    /// graph or of the graphs around it.
    public Value value(String named) {
        return new Value(named, known.type(named));
    }

    /// The constant of that name, in a [GraphTransform]: an initializer of the graph or of the
    /// graphs around it, or what a `Constant` node holds.
    public Optional<Tensor> constantOf(String named) {
        return known.constant(named);
    }

    /// Applies ONNX's own operator to these values; its one (or first) output.
    public Value op(String operator, Value... in) {
        return node(operator).inputs(in).output();
    }

    /// Starts a node of ONNX's own operator of that name.
    public NodeBuilder node(String operator) {
        return new NodeBuilder(this, operator);
    }

    /// Makes a value an output of the graph, by exactly that name.
    public void output(String named, Value value, Dimension... dimensions) {
        output(new ValueInfo(named, ValueType.tensor(value.type(), dimensions)), value);
    }

    /// Makes a value an output of the graph, by exactly that name and of any type.
    public void output(ValueInfo info, Value value) {
        if (!info.name().equals(value.name())) {
            if (!reserved.remove(info.name()) && !names.claim(info.name())) {
                throw new IllegalArgumentException(info.name() + " is taken");
            }
            node("Identity").inputs(value).into(info.name());
        }
        outputs.add(info);
    }

    /// Records where the model comes from.
    ///
    /// @param source hash and library of what was converted
    /// @param features names of the features, in order
    public GraphBuilder provenance(String source, List<String> features) {
        metadata(SOURCE, source);
        return metadata(FEATURES, Json.write(features));
    }

    /// Adds a pair of metadata to the model.
    public GraphBuilder metadata(String key, String value) {
        metadata = metadata.with(key, value);
        return this;
    }

    /// A name that no value of the graph has: the hint, or the hint with a number.
    public String unique(String hint) {
        return names.value(hint.isEmpty() ? "value" : hint);
    }

    /// Keeps a name free for an output that comes later: the name, or the name with a number where
    /// it is taken already.
    public String reserve(String wanted) {
        String free = unique(wanted);
        reserved.add(free);
        return free;
    }

    /// The graph as it stands.
    public Graph graph() {
        return new Graph(name, nodes, constants.all(), inputs, outputs);
    }

    /// The model.
    public Model build() {
        List<OperatorSet> sets = new ArrayList<>();
        Set<String> used = new HashSet<>();
        collectDomains(nodes, used);
        operatorSets.forEach(
                (domain, version) -> {
                    if (domain.isEmpty() || used.contains(domain)) {
                        sets.add(new OperatorSet(domain, version));
                    }
                });
        return new Model(
                Operators.irVersion(opsetOf(Domain.ONNX)),
                sets,
                "gemwright",
                "",
                "",
                0,
                graph(),
                List.of(),
                "",
                metadata,
                Kept.NOTHING);
    }

    /// Adds a node; the element types of its outputs, as far as they can be told.
    List<ElementType> add(Node node, List<ElementType> types) {
        long version = opsetOf(node.domain());
        Optional<Operator> definition = Operators.find(node.domain(), node.operator(), version);
        if (definition.isEmpty() && Operators.knows(node.domain())) {
            throw new IllegalArgumentException(
                    Domain.shown(node.domain()) + " " + version + " has no " + node.operator());
        }
        nodes.add(node);
        return IntStream.range(0, node.outputs().size())
                .mapToObj(i -> type(definition, i, types, node))
                .toList();
    }

    /// Lets what takes the place of a node have its name.
    void release(Node node) {
        names.release(node);
    }

    /// Adds a node as it is, its name too: what a [GraphTransform] writes for a node that gets
    /// other inputs, so that the rest of it stays.
    public void pass(Node node) {
        names.keep(node);
        nodes.add(node);
        Optional<Operator> definition =
                Optional.ofNullable(operatorSets.get(Domain.normal(node.domain())))
                        .flatMap(v -> Operators.find(node.domain(), node.operator(), v));
        List<ElementType> types = node.inputs().stream().map(known::type).toList();
        for (int i = 0; i < node.outputs().size(); i++) {
            type(definition, i, types, node);
        }
    }

    private ElementType type(
            Optional<Operator> definition, int output, List<ElementType> types, Node node) {
        ElementType type =
                definition
                        .map(d -> d.outputType(output, types, node))
                        .orElse(ElementType.UNDEFINED);
        return known.learn(new Value(node.outputs().get(output), type)).type();
    }

    String uniqueNodeName(String operator) {
        return names.node(operator);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Tensor> constants() {
        return constants.all();
    }

    List<OperatorSet> operatorSets() {
        List<OperatorSet> sets = new ArrayList<>();
        operatorSets.forEach((domain, version) -> sets.add(new OperatorSet(domain, version)));
        return sets;
    }

    private static long[] sizes(int length, long[] shape) {
        return shape.length > 0 ? shape : new long[] {length};
    }

    private static void collectDomains(List<Node> nodes, Set<String> used) {
        for (Node node : nodes) {
            used.add(Domain.normal(node.domain()));
            node.subGraphs().forEach(g -> collectDomains(g.nodes(), used));
        }
    }
}
