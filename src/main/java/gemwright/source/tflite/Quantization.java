package gemwright.source.tflite;

import gemwright.onnx.Floats;
import gemwright.onnx.Longs;

/// How whole numbers stand for reals: `(number − zeroPoint) · scale`.
///
/// @param scales one for all, or one a place along the axis
/// @param zeroPoints as many
/// @param axis along which scales differ
record Quantization(Floats scales, Longs zeroPoints, int axis) {
    boolean perChannel() {
        return scales.size() > 1;
    }
}
