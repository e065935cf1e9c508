package gemwright.ui.inspect;

import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.layout.Box;
import gemwright.onnx.layout.GraphLayout;
import gemwright.source.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Draws a model of parts: the steps of a pipeline one below the other, the branches of a column
/// transformer side by side, joined below.
final class PartDiagram {
    /// Settings that say in a word what a step does.
    private static final Set<String> TELLING =
            Set.of(
                    "strategy",
                    "hidden_layer_sizes",
                    "activation",
                    "penalty",
                    "solver",
                    "criterion",
                    "kernel",
                    "loss");

    private static final int LONGEST_VALUE = 20;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Placement.Kind> kinds = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private PartDiagram() {}

    /// The drawing of the parts.
    ///
    /// @param inputs names of what goes in, where they are known
    /// @param outputs names of what comes out, where they are known
    static Placement of(Summary.Part root, List<String> inputs, List<String> outputs) {
        PartDiagram diagram = new PartDiagram();
        List<ValueInfo> in = inputs.isEmpty() ? List.of() : List.of(new ValueInfo(title(inputs)));
        List<String> last = diagram.add(root, in.stream().map(ValueInfo::name).toList(), true);
        List<ValueInfo> out = new ArrayList<>();
        for (String output : outputs) {
            out.add(new ValueInfo(output));
        }
        diagram.giveOutputs(last, outputs);
        Graph graph = new Graph("", diagram.nodes, List.of(), in, out);
        return Placement.of(
                GraphLayout.of(graph, Placement::width), diagram::id, diagram::kind, _ -> "");
    }

    private static String title(List<String> names) {
        return names.size() <= 2
                ? String.join(", ", names)
                : names.getFirst() + ", " + names.get(1) + ", +" + (names.size() - 2);
    }

    /// The box of the part at that path.
    static String id(String path) {
        return "part " + path;
    }

    private String id(Box box) {
        return switch (box.kind()) {
            case INPUT -> "input " + box.title();
            case NODE -> ids.get(box.index());
            case OUTPUT -> "output " + box.title();
        };
    }

    private Placement.Kind kind(Box box) {
        return switch (box.kind()) {
            case INPUT, OUTPUT -> Placement.Kind.END;
            case NODE -> kinds.get(box.index());
        };
    }

    /// Adds a part below those values and gives the values that the next part hangs on.
    private List<String> add(Summary.Part part, List<String> from, boolean last) {
        String type = shortName(part.type());
        if (type.equals("Pipeline") && !part.parts().isEmpty()) {
            List<String> now = from;
            for (int i = 0; i < part.parts().size(); i++) {
                now = add(part.parts().get(i), now, last && i == part.parts().size() - 1);
            }
            return now;
        }
        boolean branches = type.equals("ColumnTransformer") || type.equals("FeatureUnion");
        if (branches && !part.parts().isEmpty()) {
            List<String> ends = new ArrayList<>();
            for (Summary.Part branch : part.parts()) {
                ends.addAll(add(branch, from, false));
            }
            return step(part, ends, Placement.Kind.PLAIN);
        }
        return step(part, from, last ? Placement.Kind.MODEL : Placement.Kind.PREPARATION);
    }

    private List<String> step(Summary.Part part, List<String> from, Placement.Kind kind) {
        String id = id(part.path());
        nodes.add(
                new Node(
                        detail(part, kind),
                        shortName(part.type()),
                        "",
                        from,
                        List.of(id),
                        List.of()));
        kinds.add(kind);
        ids.add(id);
        return List.of(id);
    }

    private void giveOutputs(List<String> last, List<String> outputs) {
        if (!nodes.isEmpty() && !last.isEmpty()) {
            List<String> all = new ArrayList<>(last);
            all.addAll(outputs);
            nodes.set(nodes.size() - 1, nodes.getLast().withOutputs(all));
        }
    }

    private static String shortName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String detail(Summary.Part part, Placement.Kind kind) {
        if (kind == Placement.Kind.PLAIN) {
            return part.parts().stream()
                    .map(branch -> lastName(branch.path()))
                    .reduce((first, second) -> first + " + " + second)
                    .orElse("");
        }
        return part.settings().entrySet().stream()
                .filter(setting -> TELLING.contains(setting.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> !value.equals("None") && value.length() <= LONGEST_VALUE)
                .limit(2)
                .reduce((first, second) -> first + "  •  " + second)
                .orElse(lastName(part.path()));
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
