package gemwright.source.tflite;

import gemwright.format.flatbuffer.FlatTable;
import gemwright.onnx.Longs;

import java.util.Optional;

/// An operator of a sub-graph.
///
/// @param operator its name in the schema; a custom operator's own name
/// @param custom whether it is none of the schema's
/// @param inputs places of tensors; -1 for an optional one that is left out
/// @param options its settings, where it has some
record TfliteNode(
        int index,
        String operator,
        boolean custom,
        Longs inputs,
        Longs outputs,
        Optional<FlatTable> options) {}
