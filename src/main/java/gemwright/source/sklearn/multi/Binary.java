package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.List;

/// What a binary classifier inside another estimator says.
final class Binary {
    private Binary() {}

    /// Its decision function, or the probability of its second class, `[N, 1]` of doubles.
    static Value score(Classified answer, Estimator member, EstimatorGraph g) throws Problem {
        if (answer.labels().size() != 2) {
            throw member.unreadable("classes_");
        }
        if (answer.scores().isPresent()) {
            return g.cast(answer.scores().get(), ElementType.DOUBLE);
        }
        return probability(answer, member, g);
    }

    /// The probability of its second class, `[N, 1]` of doubles.
    static Value probability(Classified answer, Estimator member, EstimatorGraph g) throws Problem {
        Value all =
                answer.probabilities().orElseThrow(() -> member.refuse("sklearn.noProbabilities"));
        return g.cast(g.columns(all, 2, List.of(1)), ElementType.DOUBLE);
    }

    /// From where on its score means the second class.
    static double threshold(Classified answer) {
        return answer.scores().isPresent() ? 0 : 0.5;
    }
}
