package gemwright.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Applies a function to every tensor of a model, in sub-graphs and functions too, and rebuilds
/// only the records around tensors that changed: all others keep their bytes as found.
@SuppressWarnings("ReferenceEquality") // identity is what tells a changed record
public final class TensorMap {
    private final UnaryOperator<Tensor> change;
    private final boolean inAttributes;

    private TensorMap(UnaryOperator<Tensor> change, boolean inAttributes) {
        this.change = change;
        this.inAttributes = inAttributes;
    }

    /// The model with every tensor changed. A function that gives back the tensor it was given
    /// leaves it as it is.
    public static Model of(Model model, UnaryOperator<Tensor> change) {
        return new TensorMap(change, true).model(model);
    }

    /// The model with every initializer changed; tensors in attributes stay.
    public static Model ofInitializers(Model model, UnaryOperator<Tensor> change) {
        return new TensorMap(change, false).model(model);
    }

    private Model model(Model model) {
        Graph graph = graph(model.graph());
        List<Function> functions = mapped(model.functions(), this::function);
        Model changed = graph == model.graph() ? model : model.withGraph(graph);
        return functions == model.functions() ? changed : changed.withFunctions(functions);
    }

    private Function function(Function function) {
        List<Node> nodes = mapped(function.nodes(), this::node);
        return nodes == function.nodes() ? function : function.withNodes(nodes);
    }

    private Graph graph(Graph graph) {
        List<Node> nodes = mapped(graph.nodes(), this::node);
        List<Tensor> initializers = mapped(graph.initializers(), change);
        List<SparseTensor> sparse = mapped(graph.sparseInitializers(), this::sparse);
        Graph changed = graph;
        if (nodes != graph.nodes()) {
            changed = changed.withNodes(nodes);
        }
        if (initializers != graph.initializers()) {
            changed = changed.withInitializers(initializers);
        }
        return sparse == graph.sparseInitializers()
                ? changed
                : changed.withSparseInitializers(sparse);
    }

    private Node node(Node node) {
        List<Attribute> attributes = mapped(node.attributes(), this::attribute);
        return attributes == node.attributes() ? node : node.withAttributes(attributes);
    }

    private Attribute attribute(Attribute attribute) {
        return switch (attribute) {
            case Attribute.OfGraph a -> {
                Graph graph = graph(a.value());
                yield graph == a.value() ? a : new Attribute.OfGraph(a.name(), graph, a.kept());
            }
            case Attribute.OfGraphs a -> {
                List<Graph> graphs = mapped(a.value(), this::graph);
                yield graphs == a.value() ? a : new Attribute.OfGraphs(a.name(), graphs, a.kept());
            }
            case Attribute.OfTensor a -> {
                Tensor tensor = inAttributes ? change.apply(a.value()) : a.value();
                yield tensor == a.value() ? a : new Attribute.OfTensor(a.name(), tensor, a.kept());
            }
            case Attribute.OfTensors a -> {
                List<Tensor> tensors = inAttributes ? mapped(a.value(), change) : a.value();
                yield tensors == a.value()
                        ? a
                        : new Attribute.OfTensors(a.name(), tensors, a.kept());
            }
            case Attribute.OfSparseTensor a -> {
                SparseTensor tensor = inAttributes ? sparse(a.value()) : a.value();
                yield tensor == a.value()
                        ? a
                        : new Attribute.OfSparseTensor(a.name(), tensor, a.kept());
            }
            case Attribute.OfSparseTensors a -> {
                List<SparseTensor> tensors =
                        inAttributes ? mapped(a.value(), this::sparse) : a.value();
                yield tensors == a.value()
                        ? a
                        : new Attribute.OfSparseTensors(a.name(), tensors, a.kept());
            }
            case Attribute.OfFloat a -> a;
            case Attribute.OfInt a -> a;
            case Attribute.OfString a -> a;
            case Attribute.OfType a -> a;
            case Attribute.OfFloats a -> a;
            case Attribute.OfInts a -> a;
            case Attribute.OfStrings a -> a;
            case Attribute.OfTypes a -> a;
            case Attribute.Reference a -> a;
            case Attribute.Unknown a -> a;
        };
    }

    private SparseTensor sparse(SparseTensor sparse) {
        Tensor values = change.apply(sparse.values());
        Tensor indices = change.apply(sparse.indices());
        return values == sparse.values() && indices == sparse.indices()
                ? sparse
                : new SparseTensor(values, indices, sparse.shape(), sparse.kept());
    }

    /// The list itself where nothing in it changed.
    private static <T> List<T> mapped(List<T> list, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(list.size());
        boolean any = false;
        for (T item : list) {
            T now = change.apply(item);
            any |= now != item;
            changed.add(now);
        }
        return any ? changed : list;
    }
}
