package gemwright.ui.inspect;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A node of a graph, or a step of a pipeline.
///
/// @param id name of its box in the diagram
/// @param name its name or path
/// @param operator `Gemm`, or `sklearn.preprocessing.StandardScaler`
/// @param inputs what goes in, as text
/// @param outputs what comes out, as text
/// @param parameters trained numbers in it
/// @param macs multiply-accumulates for one sample; empty where the shapes do not tell
/// @param bytes size of its weights in the file
/// @param settings attributes with their values, in the order of the file
/// @param weights names of its tensors, the largest first
record NodeRow(
        String id,
        String name,
        String operator,
        String inputs,
        String outputs,
        long parameters,
        OptionalLong macs,
        long bytes,
        Map<String, String> settings,
        List<String> weights) {
    NodeRow {
        settings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
        weights = List.copyOf(weights);
    }

    /// The operator without its module: `StandardScaler`.
    String shortOperator() {
        return operator.substring(operator.lastIndexOf('.') + 1);
    }
}
