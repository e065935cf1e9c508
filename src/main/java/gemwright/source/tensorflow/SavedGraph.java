package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.format.protobuf.WireReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a `saved_model.pb` says: `SavedModel` of `saved_model.proto` and `MetaGraphDef` of
/// `meta_graph.proto` (TensorFlow 2.21).
final class SavedGraph {
    private final List<GraphNode> nodes = new ArrayList<>();
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Signature> signatures = new TreeMap<>();
    private String restore = "";
    private String version = "";

    /// What callers give and get: tensors by key, in the order of the keys.
    record Signature(Map<String, String> inputs, Map<String, String> outputs) {
        Signature {
            inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
            outputs = java.util.Collections.unmodifiableMap(new TreeMap<>(outputs));
        }
    }

    private SavedGraph() {}

    static SavedGraph read(WireReader in) throws Problem {
        SavedGraph graph = new SavedGraph();
        boolean first = true;
        while (in.next()) {
            if (in.field() == 2 && first) {
                graph.metaGraph(in.message());
                first = false;
            } else {
                in.skip();
            }
        }
        return graph;
    }

    List<GraphNode> nodes() {
        return nodes;
    }

    Map<String, Function> functions() {
        return functions;
    }

    Map<String, Signature> signatures() {
        return signatures;
    }

    /// The node that restores the variables; empty where nothing does.
    String restore() {
        return restore;
    }

    String version() {
        return version;
    }

    private void metaGraph(WireReader in) throws Problem {
        while (in.next()) {
            switch (in.field()) {
                case 1 -> version = text(in.message(), 5);
                case 2 -> graph(in.message());
                case 3 -> restore = text(in.message(), 3);
                case 5 -> {
                    WireReader entry = in.message();
                    String key = text(entry.again(), 1);
                    signatures.put(key, signature(entry));
                }
                default -> in.skip();
            }
        }
    }

    private static String text(WireReader in, int field) throws Problem {
        String text = "";
        while (in.next()) {
            if (in.field() == field) {
                text = in.string();
            } else {
                in.skip();
            }
        }
        return text;
    }

    private void graph(WireReader in) throws Problem {
        nodes.addAll(GraphReader.nodes(in.again()));
        while (in.next()) {
            if (in.field() == 2) {
                library(in.message());
            } else {
                in.skip();
            }
        }
    }

    private void library(WireReader in) throws Problem {
        while (in.next()) {
            if (in.field() == 1) {
                Function function = function(in.message());
                functions.put(function.name(), function);
            } else {
                in.skip();
            }
        }
    }

    private static Function function(WireReader in) throws Problem {
        String name = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<GraphNode> body = new ArrayList<>();
        Map<String, String> results = new HashMap<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> {
                    WireReader definition = in.message();
                    name = text(definition.again(), 1);
                    while (definition.next()) {
                        switch (definition.field()) {
                            case 2 -> inputs.add(text(definition.message(), 1));
                            case 3 -> outputs.add(text(definition.message(), 1));
                            default -> definition.skip();
                        }
                    }
                }
                case 3 -> body.add(GraphReader.node(in.message()));
                case 4 -> {
                    WireReader entry = in.message();
                    results.put(text(entry.again(), 1), text(entry, 2));
                }
                default -> in.skip();
            }
        }
        return new Function(name, inputs, outputs, body, results);
    }

    private static Signature signature(WireReader entry) throws Problem {
        Map<String, String> inputs = new HashMap<>();
        Map<String, String> outputs = new HashMap<>();
        while (entry.next()) {
            if (entry.field() != 2) {
                entry.skip();
                continue;
            }
            WireReader in = entry.message();
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> tensor(in.message(), inputs);
                    case 2 -> tensor(in.message(), outputs);
                    default -> in.skip();
                }
            }
        }
        return new Signature(inputs, outputs);
    }

    private static void tensor(WireReader in, Map<String, String> tensors) throws Problem {
        String key = text(in.again(), 1);
        while (in.next()) {
            if (in.field() == 2) {
                tensors.put(key, text(in.message(), 1));
            } else {
                in.skip();
            }
        }
    }
}
