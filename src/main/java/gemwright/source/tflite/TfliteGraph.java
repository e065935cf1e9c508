package gemwright.source.tflite;

import gemwright.onnx.Longs;

import java.util.List;

/// A sub-graph.
///
/// @param inputs places of tensors
/// @param outputs places of tensors
record TfliteGraph(
        List<TfliteTensor> tensors, List<TfliteNode> nodes, Longs inputs, Longs outputs) {
    TfliteGraph {
        tensors = List.copyOf(tensors);
        nodes = List.copyOf(nodes);
    }
}
