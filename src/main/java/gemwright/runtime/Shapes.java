package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The type and shape of every value of a model, as ONNX Runtime infers them: whatever a node gives
/// is made an output without a type, and the loaded model is asked what its outputs are.
///
/// Values inside sub-graphs are left out: they are no values of the model.
public final class Shapes {
    private Shapes() {}

    /// The types by name of value: inputs first, then what the nodes give, in their order.
    ///
    /// @throws Problem where ONNX Runtime refuses the model
    public static Map<String, ValueType> of(OnnxFile file) throws Problem {
        Model tapped = tapped(file.model());
        try (Session session = Session.open(file, tapped, plain())) {
            return types(session);
        }
    }

    /// The types of a model that was built and not read.
    ///
    /// @throws Problem where ONNX Runtime refuses the model
    public static Map<String, ValueType> of(Model model) throws Problem {
        try (Session session = Session.open(model.graph().name(), tapped(model), plain())) {
            return types(session);
        }
    }

    private static SessionOptions plain() {
        return SessionOptions.serving().withOptimization(SessionOptions.Optimization.NONE);
    }

    private static Map<String, ValueType> types(Session session) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        session.inputs().forEach(port -> types.put(port.name(), port.type()));
        session.outputs().forEach(port -> types.put(port.name(), port.type()));
        return types;
    }

    private static Model tapped(Model model) {
        Graph graph = model.graph();
        Map<String, ValueInfo> declared = new LinkedHashMap<>();
        graph.outputs().forEach(output -> declared.put(output.name(), output));
        Set<String> known = new HashSet<>();
        List<ValueInfo> outputs = new ArrayList<>();
        for (Node node : graph.nodes()) {
            for (String output : node.outputs()) {
                if (!output.isEmpty() && known.add(output)) {
                    outputs.add(declared.getOrDefault(output, new ValueInfo(output)));
                }
            }
        }
        graph.outputs().stream().filter(o -> !known.contains(o.name())).forEach(outputs::add);
        return model.withGraph(graph.withOutputs(outputs));
    }
}
