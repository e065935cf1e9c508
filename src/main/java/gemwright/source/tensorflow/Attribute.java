package gemwright.source.tensorflow;

import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.shape.Size;

import java.util.List;
import java.util.Optional;

/// What an attribute of a node holds: `AttrValue` of `attr_value.proto` (TensorFlow 2.21).
sealed interface Attribute {
    /// Bytes, mostly a name.
    record Text(String text) implements Attribute {}

    /// A whole number.
    record Whole(long number) implements Attribute {}

    /// A number with a fraction.
    record Real(float number) implements Attribute {}

    /// A truth value.
    record Truth(boolean value) implements Attribute {}

    /// An element type; undefined for resources and the like.
    record Type(ElementType type) implements Attribute {}

    /// A shape.
    ///
    /// @param sizes -1 for a free one; empty where not even the rank is known
    record Sizes(Optional<List<Size>> sizes) implements Attribute {}

    /// A tensor.
    record Content(Tensor tensor) implements Attribute {}

    /// A function, by name.
    record Called(String function) implements Attribute {}

    /// Several of one kind.
    record Items(List<Attribute> items) implements Attribute {
        public Items {
            items = List.copyOf(items);
        }
    }
}
