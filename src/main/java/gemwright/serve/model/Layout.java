package gemwright.serve.model;

import java.util.List;

/// How the values of clients become the inputs of the model.
public sealed interface Layout {
    /// The values of a row, in the order of the model; none for [Tensors].
    List<Feature> features();

    /// One input `[rows, width]`; each row of a request is a row of it.
    ///
    /// @param named whether the names of the features are the model's own; else they are made up
    ///   and records by name are refused
    record Matrix(Slot input, List<Feature> features, boolean named) implements Layout {
        public Matrix {
            features = List.copyOf(features);
        }
    }

    /// One input `[rows, 1]` or `[rows]` for each feature.
    record Columns(List<Slot> inputs, List<Feature> features) implements Layout {
        public Columns {
            inputs = List.copyOf(inputs);
            features = List.copyOf(features);
        }
    }

    /// Anything else: whole arrays by the name of the input.
    record Tensors(List<Slot> inputs) implements Layout {
        public Tensors {
            inputs = List.copyOf(inputs);
        }

        @Override
        public List<Feature> features() {
            return List.of();
        }
    }
}
