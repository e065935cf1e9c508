package gemwright.onnx;

import gemwright.format.protobuf.Kept;

/// A tensor given by its non-zero elements: `SparseTensorProto`.
///
/// @param values the non-zero elements; its name is the tensor's name
/// @param indices where they stand: flat indices `[count]`, or coordinates `[count, rank]`
/// @param shape of the dense tensor
public record SparseTensor(Tensor values, Tensor indices, Longs shape, Kept kept) {
    /// The tensor's name.
    public String name() {
        return values.name();
    }

    /// What else the message held; see [Kept].
    @Override
    public Kept kept() {
        return kept.fieldsOnly();
    }

    Kept found() {
        return kept;
    }
}
