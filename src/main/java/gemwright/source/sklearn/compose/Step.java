package gemwright.source.sklearn.compose;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A named part of a pipeline or a column transformer.
///
/// @param estimator empty where the columns are handed on as they are (`passthrough`, `None`)
/// @param dropped where the columns are left out (`drop`)
/// @param columns what a column transformer says of the columns; empty in a pipeline
record Step(
        String name,
        Optional<Estimator> estimator,
        boolean dropped,
        Optional<PickleValue> columns) {

    /// The parts that an attribute lists as tuples `(name, estimator)` or `(name, estimator,
    /// columns)`.
    static List<Step> of(Estimator owner, String attribute) throws Problem {
        List<Step> steps = new ArrayList<>();
        for (PickleValue member : owner.members(attribute)) {
            List<PickleValue> tuple = member.elements();
            if (tuple.size() < 2 || tuple.getFirst().asText().isEmpty()) {
                throw owner.unreadable(attribute);
            }
            String name = tuple.getFirst().asText().get();
            PickleValue part = tuple.get(1);
            String word = part.asText().orElse(part.isNone() ? "passthrough" : "");
            Optional<Estimator> estimator =
                    word.isEmpty() ? owner.child(name, part) : Optional.empty();
            if (estimator.isEmpty() && !List.of("passthrough", "drop").contains(word)) {
                throw owner.unreadable(attribute);
            }
            Optional<PickleValue> columns =
                    tuple.size() > 2 ? Optional.of(tuple.get(2)) : Optional.empty();
            steps.add(new Step(name, estimator, word.equals("drop"), columns));
        }
        return steps;
    }

    /// The columns times this part's weight of `transformer_weights`, where it has one.
    Features weighted(Estimator owner, Features result, EstimatorGraph g) throws Problem {
        Optional<PickleValue> weights = owner.get("transformer_weights");
        if (weights.isEmpty()) {
            return result;
        }
        if (!(weights.get() instanceof PickleDict byName)) {
            throw owner.unreadable("transformer_weights");
        }
        Optional<PickleValue> weight = byName.get(name);
        if (weight.isEmpty()) {
            return result;
        }
        double factor =
                Values.number(weight.get())
                        .orElseThrow(() -> owner.unreadable("transformer_weights"));
        Value product = g.op("Mul", result.doubles(g), g.doubles("weight", new double[] {factor}));
        return Features.of(product, result.width());
    }
}
