package gemwright.source.tflite;

import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.shape.Size;

import java.util.List;
import java.util.Optional;

/// A tensor of a sub-graph.
///
/// @param sizes of its axes; a free one has a name
/// @param quantization how its whole numbers stand for reals; empty where they stand for themselves
/// @param content what it holds, where it is a constant
record TfliteTensor(
        String name,
        ElementType type,
        List<Size> sizes,
        Optional<Quantization> quantization,
        Optional<Tensor> content) {
    TfliteTensor {
        sizes = List.copyOf(sizes);
    }
}
