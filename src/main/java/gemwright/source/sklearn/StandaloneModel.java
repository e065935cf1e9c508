package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.source.Summary.Producer;

import java.util.List;
import java.util.Map;

/// A model in a file of its library's own, which becomes ONNX the way an estimator does: one input,
/// or one for each column, and outputs by its kind.
public interface StandaloneModel {
    /// What it is called in messages and in the graph.
    String name();

    /// The columns that it was fitted on.
    Columns columns() throws Problem;

    /// Writes what it computes.
    ///
    /// @throws Problem where it cannot be exact
    Answer answer(Features x, EstimatorGraph g) throws Problem;

    /// What can be told of it without converting it.
    Facts facts();

    /// What a model says of each row.
    sealed interface Answer {}

    /// Classes, for each target.
    record Classes(List<Classified> targets) implements Answer {
        public Classes {
            targets = List.copyOf(targets);
        }
    }

    /// Numbers.
    record Numbers(Predicted predicted) implements Answer {}

    /// What can be told of a model without converting it.
    ///
    /// @param format the command line's `format` field
    /// @param parameters how many trained numbers it holds
    /// @param parts what it is made of, with how often each occurs
    /// @param settings what else the file says of it, by name
    record Facts(
            String format,
            Producer producer,
            long parameters,
            Map<String, Integer> parts,
            Map<String, String> settings) {
        public Facts {
            parts = Map.copyOf(parts);
            settings =
                    java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
        }
    }
}
