package gemwright.source.tensorflow;

import java.util.List;
import java.util.Map;

/// One node of a graph: `NodeDef` of `node_def.proto`.
///
/// @param inputs outputs of other nodes as the file spells them: `conv`, `split:1`, `^after`
record GraphNode(
        String name, String operator, List<String> inputs, Map<String, Attribute> attributes) {
    GraphNode {
        inputs = List.copyOf(inputs);
        attributes = Map.copyOf(attributes);
    }

    /// The inputs that are values; the others say what has to run before.
    List<String> values() {
        return inputs.stream().filter(input -> !input.startsWith("^")).toList();
    }
}
