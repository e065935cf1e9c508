package gemwright.source.sklearn.calibrate;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.List;

/// Temperature scaling: a softmax over scores, or over logarithms of probabilities, times one
/// factor.
final class Temperature {
    /// Added, so that there is no logarithm of 0.
    private static final double LEAST = 1e-12;

    private Temperature() {}

    static Value probabilities(
            Estimator fitted, Classified answer, Estimator classifier, EstimatorGraph g)
            throws Problem {
        Value logits = logits(answer, classifier, g);
        Value scaled = g.op("Mul", logits, g.scalar("beta", fitted.number("beta_"), logits));
        return g.node("Softmax").inputs(scaled).attribute("axis", 1).output();
    }

    private static Value logits(Classified answer, Estimator classifier, EstimatorGraph g)
            throws Problem {
        if (answer.scores().isPresent()) {
            Value scores = g.cast(answer.scores().get(), ElementType.DOUBLE);
            return answer.labels().size() == 2
                    ? g.sideBySide(List.of(g.op("Neg", scores), scores))
                    : scores;
        }
        Value shares =
                g.cast(
                        answer.probabilities()
                                .orElseThrow(() -> classifier.refuse("sklearn.noProbabilities")),
                        ElementType.DOUBLE);
        return g.op("Log", g.op("Add", shares, g.scalar("least", LEAST, shares)));
    }
}
