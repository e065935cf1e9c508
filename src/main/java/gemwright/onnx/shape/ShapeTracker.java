package gemwright.onnx.shape;

import gemwright.onnx.Attribute;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Floats;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Node;
import gemwright.onnx.Operators;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows the sizes of all values of a graph that is being built, and the content of those that
/// hold sizes themselves.
///
/// [#advance] looks at the nodes that were added since. Belongs to the thread of the builder.
public final class ShapeTracker {
    /// Longer integer tensors are data, not sizes.
    private static final int LONGEST_CONTENT = 64;

    private final GraphBuilder graph;
    private final Map<String, List<Size>> shapes = new HashMap<>();
    private final Map<String, List<Size>> contents = new HashMap<>();
    private final Map<String, Floats> scales = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Long> required = new HashMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private int nodes;
    private int constants;

    /// Where a free dimension can be read.
    ///
    /// @param value the tensor
    /// @param axis which of its sizes
    public record Place(Value value, int axis) {}

    /// @param graph whose nodes are followed
    public ShapeTracker(GraphBuilder graph) {
        this.graph = graph;
    }

    /// The sizes of all values of a finished graph, as far as inputs, constants and operators tell
    /// them; those within sub-graphs are left out.
    public static ShapeTracker of(Graph graph) {
        ShapeTracker tracker =
                new ShapeTracker(
                        new GraphBuilder(graph.name(), GraphBuilder.opset(Operators.newest())));
        graph.inputs().forEach(tracker::learn);
        graph.initializers().forEach(tracker::learn);
        graph.values().forEach(tracker::learn);
        for (Node node : graph.nodes()) {
            if (node.is("Constant")
                    && node.attribute("value").orElse(null) instanceof Attribute.OfTensor held) {
                tracker.learn(held.value().withName(node.outputs().getFirst()));
            }
            tracker.follow(node);
        }
        return tracker;
    }

    private void learn(ValueInfo value) {
        if (value.shape().isPresent()) {
            List<Size> sizes = new ArrayList<>();
            for (Dimension dimension : value.shape().get().dimensions()) {
                sizes.add(
                        switch (dimension) {
                            case Dimension.Fixed fixed -> Size.of(fixed.size());
                            case Dimension.Named named -> Size.named(named.name());
                            case Dimension.Free _ -> Size.named(value.name() + "." + sizes.size());
                        });
            }
            learn(value.name(), sizes);
        }
    }

    /// Tells the sizes of a value that no node of the graph makes.
    public void learn(Value value, List<Size> sizes) {
        learn(value.name(), sizes);
    }

    void learn(String name, List<Size> sizes) {
        shapes.put(name, List.copyOf(sizes));
        for (int i = 0; i < sizes.size(); i++) {
            Optional<String> free = sizes.get(i).name();
            if (free.isPresent()) {
                places.putIfAbsent(free.get(), new Place(graph.value(name), i));
            }
        }
    }

    void learnContent(String name, List<Size> content) {
        if (content.size() <= LONGEST_CONTENT) {
            contents.put(name, List.copyOf(content));
        }
    }

    /// Notes that two sizes have to be equal: where one is known and the other `c·n + d`, that
    /// tells the free dimension n.
    public void require(Size a, Size b) {
        if (b.isKnown() && !a.isKnown()) {
            solve(a, b.number().orElseThrow());
        } else if (a.isKnown() && !b.isKnown()) {
            solve(b, a.number().orElseThrow());
        }
    }

    private void solve(Size free, long number) {
        List<Size.Term> named = free.terms().stream().filter(t -> !t.names().isEmpty()).toList();
        long rest =
                free.terms().stream()
                        .filter(t -> t.names().isEmpty())
                        .mapToLong(Size.Term::coefficient)
                        .sum();
        if (named.size() == 1 && named.getFirst().names().size() == 1) {
            long coefficient = named.getFirst().coefficient();
            long product = number - rest;
            if (product % coefficient == 0 && product / coefficient >= 0) {
                required.putIfAbsent(named.getFirst().names().getFirst(), product / coefficient);
            }
        }
    }

    /// Free dimensions that operators take in one size only.
    public Map<String, Long> required() {
        return Map.copyOf(required);
    }

    void conflict(String reason) {
        conflicts.add(reason);
    }

    /// Looks at what was added to the graph since the last call.
    public void advance() {
        Graph now = graph.graph();
        for (Tensor tensor : now.initializers().subList(constants, now.initializers().size())) {
            learn(tensor);
        }
        constants = now.initializers().size();
        for (Node node : now.nodes().subList(nodes, now.nodes().size())) {
            follow(node);
        }
        nodes = now.nodes().size();
    }

    private void follow(Node node) {
        try {
            ShapeRules.of(node).apply(new NodeShapes(node, this));
        } catch (ArithmeticException tooLarge) {
            conflict(node.operator() + ": a size beyond 64 bits");
        }
    }

    private void learn(Tensor tensor) {
        learn(tensor.name(), tensor.shape().stream().map(Size::of).toList());
        if (tensor.type() == ElementType.FLOAT && tensor.size() <= LONGEST_CONTENT) {
            scales.put(tensor.name(), Floats.of(tensor.floats()));
        }
        boolean whole = tensor.type() == ElementType.INT64 || tensor.type() == ElementType.INT32;
        if (whole && tensor.size() <= LONGEST_CONTENT) {
            List<Size> content = new ArrayList<>();
            for (long number : tensor.longs()) {
                content.add(Size.of(number));
            }
            learnContent(tensor.name(), content);
        }
    }

    /// The sizes of a value; empty where not even its rank is known.
    public Optional<List<Size>> shape(Value value) {
        return shape(value.name());
    }

    Optional<List<Size>> shape(String name) {
        return Optional.ofNullable(shapes.get(name));
    }

    /// The whole numbers that a short value holds, in row-major order, where they follow from sizes
    /// and constants.
    public Optional<List<Size>> content(Value value) {
        return content(value.name());
    }

    Optional<List<Size>> content(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    /// The floats of a short constant.
    Optional<Floats> scales(String name) {
        return Optional.ofNullable(scales.get(name));
    }

    /// Where the free dimension of that name can be read.
    public Optional<Place> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /// What shows that the sizes cannot be right: operators whose inputs do not fit.
    public List<String> conflicts() {
        return List.copyOf(conflicts);
    }
}
