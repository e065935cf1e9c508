package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.Optional;

/// A value's name and type: an input, an output, or a value between: `ValueInfoProto`.
///
/// @param type empty where the file does not say
public record ValueInfo(
        String name, Optional<ValueType> type, String documentation, Metadata metadata, Kept kept) {
    /// A value of that type.
    public ValueInfo(String name, ValueType type) {
        this(name, Optional.of(type), "", Metadata.NONE, Kept.NOTHING);
    }

    /// A value of a type that is left open.
    public ValueInfo(String name) {
        this(name, Optional.empty(), "", Metadata.NONE, Kept.NOTHING);
    }

    /// The element type of a dense tensor; [ElementType#UNDEFINED] for anything else.
    public ElementType elementType() {
        return type.map(ValueType::elementType).orElse(ElementType.UNDEFINED);
    }

    /// The shape of a dense tensor, as far as it is known.
    public Optional<Shape> shape() {
        return type.flatMap(
                t -> t instanceof ValueType.TensorType tensor ? tensor.shape() : Optional.empty());
    }

    /// This value under another name.
    public ValueInfo withName(String other) {
        return new ValueInfo(other, type, documentation, metadata, kept());
    }

    /// This value with another type.
    public ValueInfo withType(ValueType other) {
        return new ValueInfo(name, Optional.of(other), documentation, metadata, kept());
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
