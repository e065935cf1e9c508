package gemwright.runtime;

import gemwright.data.NdArray;

import java.util.List;

/// One output of a run.
public sealed interface Output {
    /// The output's name in the model.
    String name();

    /// An array.
    record Tensor(String name, NdArray values) implements Output {}

    /// A table of figures by class, from a model that answers with maps (`ZipMap`).
    ///
    /// @param values one row a map, one column a class; NaN (0 for whole numbers, an empty text)
    ///   where a map lacks the class
    /// @param classes names of the columns; whole numbers as text
    record Scores(String name, NdArray values, List<String> classes) implements Output {
        public Scores {
            classes = List.copyOf(classes);
        }
    }

    /// Several arrays, which may differ in shape.
    record Sequence(String name, List<NdArray> elements) implements Output {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }
}
