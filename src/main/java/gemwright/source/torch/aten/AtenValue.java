package gemwright.source.torch.aten;

import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.List;

/// What an operator of ATen takes and gives.
public sealed interface AtenValue {
    /// `None`.
    record None() implements AtenValue {
        /// The only one.
        public static final None VALUE = new None();
    }

    /// A tensor in the graph.
    record OfTensor(Value value) implements AtenValue {}

    /// A whole number, which may depend on free dimensions.
    record Whole(Size size) implements AtenValue {
        /// A known number.
        public static Whole of(long number) {
            return new Whole(Size.of(number));
        }
    }

    /// A number with a fraction.
    record Real(double number) implements AtenValue {}

    /// A truth value.
    record Truth(boolean value) implements AtenValue {}

    /// A text: the name of a mode, a device.
    record Text(String text) implements AtenValue {}

    /// A list or a tuple.
    record Items(List<AtenValue> items) implements AtenValue {
        public Items {
            items = List.copyOf(items);
        }

        /// Tensors.
        public static Items ofTensors(List<Value> values) {
            return new Items(values.stream().map(v -> (AtenValue) new OfTensor(v)).toList());
        }
    }

    /// A tensor in the graph.
    static AtenValue of(Value value) {
        return new OfTensor(value);
    }
}
