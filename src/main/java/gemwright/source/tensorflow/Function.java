package gemwright.source.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A function of the library: `FunctionDef` of `function.proto` (TensorFlow 2.21).
///
/// @param results values by the names of the outputs, in no order
record Function(
        String name,
        List<String> inputs,
        List<String> outputs,
        List<GraphNode> nodes,
        Map<String, String> results) {
    Function {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        results = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }
}
