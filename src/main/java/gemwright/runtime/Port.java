package gemwright.runtime;

import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An input or output of a model, with the type that ONNX Runtime found for it.
public record Port(String name, ValueType type) {
    /// What the elements are: of a tensor, of the tensors of a sequence, of the values of a map.
    public ElementType element() {
        return element(type);
    }

    /// Whether it is a dense tensor, the one kind that can be an input.
    public boolean isTensor() {
        return type instanceof ValueType.TensorType;
    }

    /// The shape of a tensor; empty where not even the rank is known, or for what is no tensor.
    public Optional<Shape> shape() {
        return type instanceof ValueType.TensorType tensor ? tensor.shape() : Optional.empty();
    }

    /// The dimensions of a tensor; none for a single number, and where the rank is not known.
    public List<Dimension> dimensions() {
        return shape().map(Shape::dimensions).orElse(List.of());
    }

    /// The size of a dimension, where the model fixes it.
    public OptionalLong fixed(int dimension) {
        List<Dimension> dimensions = dimensions();
        return dimension < dimensions.size()
                        && dimensions.get(dimension) instanceof Dimension.Fixed fixed
                ? OptionalLong.of(fixed.size())
                : OptionalLong.empty();
    }

    private static ElementType element(ValueType type) {
        return switch (type) {
            case ValueType.TensorType tensor -> tensor.element();
            case ValueType.SparseTensorType sparse -> sparse.element();
            case ValueType.SequenceType sequence -> element(sequence.element());
            case ValueType.MapType map -> element(map.value());
            case ValueType.OptionalType optional -> element(optional.element());
            case ValueType.OpaqueType opaque -> ElementType.UNDEFINED;
            case ValueType.OpenType open -> ElementType.UNDEFINED;
        };
    }

    /// `x float[N, 4]`.
    @Override
    public String toString() {
        return name + " " + type;
    }
}
