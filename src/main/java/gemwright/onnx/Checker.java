package gemwright.onnx;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says where a model breaks the rules of ONNX: values used before they are made or made twice,
/// operators that the imported set does not have, wrong counts of inputs, wrong attributes,
/// constants whose size is not their shape.
///
/// The rules are those of the specification's "IR.md", as far as runtimes rely on them. Shapes and
/// types of values are the runtime's to check.
public final class Checker {
    private final List<Problem.Part> findings = new ArrayList<>();
    private final NodeCheck nodes;

    private Checker(Model model) {
        this.nodes = new NodeCheck(model, findings);
    }

    /// What is wrong with the model; nothing where it is sound. Each finding names its node as
    /// `node 7 (Conv, "conv1")`, nodes of sub-graphs behind the node that they are in.
    public static List<Problem.Part> check(Model model) {
        Checker checker = new Checker(model);
        checker.model(model);
        return List.copyOf(checker.findings);
    }

    /// Refuses a model that is not sound.
    ///
    /// @throws Problem with every finding as a part
    public static void require(Model model) throws Problem {
        List<Problem.Part> findings = check(model);
        if (!findings.isEmpty()) {
            throw Problem.of(findings);
        }
    }

    private void model(Model model) {
        for (ValueInfo input : model.graph().inputs()) {
            if (input.type().isEmpty()) {
                findings.add(Problem.Part.of("onnx.check.untyped", place("input", input.name())));
            }
        }
        graph(model.graph(), new Scope(Optional.empty()), "", model.operatorSets());
        for (Function function : model.functions()) {
            function(function);
        }
    }

    private void function(Function function) {
        String where = place("function", function.name()) + ", ";
        Scope scope = new Scope(Optional.empty());
        function.inputs().forEach(name -> define(name, scope, where));
        nodes(function.nodes(), scope, where, function.operatorSets());
        for (String output : function.outputs()) {
            require(output, scope, where + place("output", output));
        }
    }

    private void graph(Graph graph, Scope scope, String where, List<OperatorSet> sets) {
        Set<String> inputs = new HashSet<>();
        for (ValueInfo input : graph.inputs()) {
            define(input.name(), scope, where + place("input", input.name()));
            inputs.add(input.name());
        }
        for (Tensor initializer : graph.initializers()) {
            constant(initializer, inputs, scope, where);
        }
        for (SparseTensor sparse : graph.sparseInitializers()) {
            // values hold only the non-zero elements: their own shape is [count]
            constant(sparse.values(), inputs, scope, where);
        }
        nodes(graph.nodes(), scope, where, sets);
        Set<String> outputs = new HashSet<>();
        for (ValueInfo output : graph.outputs()) {
            String place = where + place("output", output.name());
            require(output.name(), scope, place);
            if (!outputs.add(output.name())) {
                findings.add(Problem.Part.of("onnx.check.outputTwice", place));
            }
        }
    }

    /// A constant may be the default of an input, and then has its name.
    private void constant(Tensor tensor, Set<String> inputs, Scope scope, String where) {
        String place = where + place("initializer", tensor.name());
        if (!inputs.remove(tensor.name())) {
            define(tensor.name(), scope, place);
        }
        size(tensor, place);
    }

    private void nodes(List<Node> all, Scope scope, String where, List<OperatorSet> sets) {
        for (int i = 0; i < all.size(); i++) {
            Node node = all.get(i);
            String place = where + place(i, node);
            for (String input : node.inputs()) {
                if (!input.isEmpty()) {
                    require(input, scope, place);
                }
            }
            nodes.check(node, sets, place);
            inside(node, scope, place + ", ", sets);
            for (String output : node.outputs()) {
                if (!output.isEmpty()) {
                    define(output, scope, place);
                }
            }
        }
    }

    private void inside(Node node, Scope scope, String where, List<OperatorSet> sets) {
        for (Graph graph : node.subGraphs()) {
            graph(graph, new Scope(Optional.of(scope)), where, sets);
        }
        for (Attribute attribute : node.attributes()) {
            if (attribute instanceof Attribute.OfTensor tensor) {
                size(tensor.value(), where + place("attribute", attribute.name()));
            }
        }
    }

    private void size(Tensor tensor, String place) {
        boolean text = tensor.type() == ElementType.STRING;
        if (tensor.type() == ElementType.UNDEFINED) {
            return; // of a type that came after this program, or none: nothing to say about it
        }
        long expected = text ? tensor.size() : tensor.type().bytes(tensor.size());
        long found = text ? tensor.strings().size() : tensor.data().bytes();
        if (expected != found) {
            findings.add(
                    Problem.Part.of(
                            text ? "onnx.check.strings" : "onnx.check.size",
                            place,
                            tensor.type().spelling() + tensor.shape(),
                            Long.toString(expected),
                            Long.toString(found)));
        }
    }

    private void define(String name, Scope scope, String where) {
        if (!scope.add(name)) {
            findings.add(Problem.Part.of("onnx.check.twice", where, name));
        }
    }

    private void require(String name, Scope scope, String where) {
        if (!scope.has(name)) {
            findings.add(Problem.Part.of("onnx.check.unknownValue", where, name));
        }
    }

    private static String place(String what, String name) {
        return what + " \"" + name + "\"";
    }

    private static String place(int index, Node node) {
        String named = node.name().isEmpty() ? "" : ", \"" + node.name() + "\"";
        return "node " + index + " (" + node.operator() + named + ")";
    }

    /// The values that are there at one point of a graph: its own, and those of the graphs around.
    private static final class Scope {
        private final Optional<Scope> outer;
        private final Set<String> names = new HashSet<>();

        Scope(Optional<Scope> outer) {
            this.outer = outer;
        }

        boolean add(String name) {
            return names.add(name);
        }

        boolean has(String name) {
            return names.contains(name) || outer.map(o -> o.has(name)).orElse(false);
        }
    }
}
