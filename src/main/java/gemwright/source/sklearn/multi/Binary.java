package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;

import java.util.List;
import java.util.Optional;

/// What a binary classifier inside another estimator says.
final class Binary {
    private Binary() {}

    /// Asks it. One that stands for a class that all or none of the training rows had says the same
    /// of every row.
    static Classified answer(Estimator member, Features x, EstimatorGraph g) throws Problem {
        if (!isConstant(member)) {
            return g.classifyExactly(member, x).getFirst(); // ties are decided by last digits
        }
        double holds = member.number("y_");
        Value score = g.everyRow(x, new double[] {holds});
        Value index = g.reshape(g.cast(score, ElementType.INT64), -1);
        Value both = g.everyRow(x, new double[] {1 - holds, holds});
        return new Classified(Labels.counted(2), index, Optional.of(both), Optional.of(score));
    }

    /// Whether it says the same of every row.
    static boolean isConstant(Estimator member) {
        return member.name().equals("_ConstantPredictor");
    }

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
    static double threshold(Estimator member, Classified answer) {
        return answer.scores().isPresent() && !isConstant(member) ? 0 : 0.5;
    }
}
