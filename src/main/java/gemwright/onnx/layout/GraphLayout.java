package gemwright.onnx.layout;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/// Lays a graph out in layers from top to bottom, after Sugiyama, Tagawa and Toda, "Methods for
/// visual understanding of hierarchical system structures" (1981): layers by longest path, order
/// within a layer by barycentres, places by least squares.
///
/// Constants are not drawn, sub-graphs stay closed in their node. Pure geometry: the caller says
/// how wide texts are.
public final class GraphLayout {
    /// Lines over more layers than this are drawn as two stubs.
    static final int LONGEST = 10;

    private static final double HEIGHT = 40;
    private static final double LAYER_GAP = 36;
    private static final double MARGIN = 24;

    private final ToDoubleBiFunction<String, String> width;
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private GraphLayout(ToDoubleBiFunction<String, String> width) {
        this.width = width;
    }

    /// A line that is to be drawn between two vertices.
    private record Edge(String value, int from, int to) {}

    /// Lays out a graph, with widths that fit a text of twelve points.
    public static Drawing of(Graph graph) {
        return of(graph, GraphLayout::usualWidth);
    }

    /// Lays out a graph.
    ///
    /// @param width the width of a box with this title and detail
    public static Drawing of(Graph graph, ToDoubleBiFunction<String, String> width) {
        GraphLayout layout = new GraphLayout(width);
        layout.gather(graph);
        return layout.laidOut();
    }

    private static double usualWidth(String title, String detail) {
        int letters = Math.max(title.length(), detail.length());
        return Math.clamp(letters * 7.0 + 28, 72, 260);
    }

    private void gather(Graph graph) {
        Map<String, Integer> makers = new HashMap<>();
        List<ValueInfo> inputs = graph.requiredInputs();
        for (int i = 0; i < inputs.size(); i++) {
            ValueInfo input = inputs.get(i);
            makers.put(input.name(), vertices.size());
            add(Box.Kind.INPUT, graph.inputs().indexOf(input), input.name(), type(input));
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            int vertex = vertices.size();
            add(Box.Kind.NODE, i, node.operator(), node.name());
            connect(used(node), makers, vertex);
            node.outputs().forEach(name -> makers.put(name, vertex));
        }
        for (int i = 0; i < graph.outputs().size(); i++) {
            ValueInfo output = graph.outputs().get(i);
            int vertex = vertices.size();
            add(Box.Kind.OUTPUT, i, output.name(), type(output));
            connect(List.of(output.name()), makers, vertex);
        }
    }

    private static String type(ValueInfo value) {
        return value.type().map(Object::toString).orElse("");
    }

    /// What a node uses, in its sub-graphs too.
    private static List<String> used(Node node) {
        List<String> used = new ArrayList<>(node.inputs());
        node.subGraphs().forEach(g -> g.nodes().forEach(inner -> used.addAll(used(inner))));
        return used.stream().distinct().toList();
    }

    private void add(Box.Kind kind, int index, String title, String detail) {
        vertices.add(new Vertex(kind, index, title, detail, width.applyAsDouble(title, detail)));
    }

    private void connect(List<String> values, Map<String, Integer> makers, int to) {
        for (String value : values) {
            Integer from = makers.get(value);
            if (from != null && from != to) {
                edges.add(new Edge(value, from, to));
            }
        }
    }

    private Drawing laidOut() {
        assignLayers();
        List<List<Vertex>> chains = new ArrayList<>();
        List<Vertex> all = new ArrayList<>(vertices);
        for (Edge edge : edges) {
            chains.add(chain(edge, all));
        }
        Layers layers = new Layers(all);
        layers.order();
        layers.place();
        return drawing(chains, layers.width());
    }

    /// Longest path from above; what has nothing above it moves down to what uses it first.
    private void assignLayers() {
        int[] first = new int[vertices.size()];
        java.util.Arrays.fill(first, Integer.MAX_VALUE);
        boolean[] hasMaker = new boolean[vertices.size()];
        for (Edge edge : edges) { // makers come before users, so one pass is enough
            Vertex to = vertices.get(edge.to());
            to.layer = Math.max(to.layer, vertices.get(edge.from()).layer + 1);
            hasMaker[edge.to()] = true;
        }
        for (Edge edge : edges) {
            first[edge.from()] = Math.min(first[edge.from()], vertices.get(edge.to()).layer);
        }
        for (int i = 0; i < first.length; i++) {
            if (!hasMaker[i] && first[i] != Integer.MAX_VALUE) {
                vertices.get(i).layer = first[i] - 1;
            }
        }
    }

    /// The vertices that a line goes through: its ends, and one that is not drawn on each layer
    /// between. Nothing for a line that is drawn as stubs.
    private List<Vertex> chain(Edge edge, List<Vertex> all) {
        Vertex from = vertices.get(edge.from());
        Vertex to = vertices.get(edge.to());
        if (to.layer - from.layer > LONGEST) {
            return List.of();
        }
        List<Vertex> chain = new ArrayList<>();
        chain.add(from);
        for (int layer = from.layer + 1; layer < to.layer; layer++) {
            Vertex bend = Vertex.bend(layer);
            all.add(bend);
            chain.add(bend);
        }
        chain.add(to);
        for (int i = 1; i < chain.size(); i++) {
            chain.get(i - 1).below.add(chain.get(i));
            chain.get(i).above.add(chain.get(i - 1));
        }
        return chain;
    }

    private Drawing drawing(List<List<Vertex>> chains, double wide) {
        List<Box> boxes = vertices.stream().map(GraphLayout::box).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            lines.add(line(edges.get(i), chains.get(i), boxes));
        }
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(0);
        return new Drawing(boxes, lines, wide + 2 * MARGIN, bottom + MARGIN);
    }

    private static Box box(Vertex v) {
        double x = v.centre - v.width / 2 + MARGIN;
        return new Box(v.kind, v.index, v.title, v.detail, x, top(v.layer), v.width, HEIGHT);
    }

    private static double top(int layer) {
        return MARGIN + layer * (HEIGHT + LAYER_GAP);
    }

    private static Line line(Edge edge, List<Vertex> chain, List<Box> boxes) {
        Box from = boxes.get(edge.from());
        Box to = boxes.get(edge.to());
        List<Line.Point> points = new ArrayList<>();
        points.add(new Line.Point(from.centre(), from.bottom()));
        for (int i = 1; i < chain.size() - 1; i++) {
            Vertex bend = chain.get(i);
            double x = bend.centre + MARGIN;
            points.add(new Line.Point(x, top(bend.layer)));
            points.add(new Line.Point(x, top(bend.layer) + HEIGHT));
        }
        points.add(new Line.Point(to.centre(), to.y()));
        return new Line(edge.value(), edge.from(), edge.to(), points, chain.isEmpty());
    }
}
