package gemwright.onnx;

import gemwright.format.protobuf.Kept;

/// Which tensors hold scale and zero point of a tensor: `TensorAnnotation`.
///
/// @param tensor the annotated tensor's name
/// @param parameters role (`SCALE_TENSOR`, `ZERO_POINT_TENSOR`) to the name of a tensor
public record QuantizationAnnotation(String tensor, Metadata parameters, Kept kept) {
    /// What else the message held; see [Kept].
    @Override
    public Kept kept() {
        return kept.fieldsOnly();
    }

    Kept found() {
        return kept;
    }
}
