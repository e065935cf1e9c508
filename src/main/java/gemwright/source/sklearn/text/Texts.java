package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

/// The one column that a vectorizer reads.
final class Texts {
    private Texts() {}

    /// As texts `[N]`.
    static Value of(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (x.width() != 1) {
            throw fitted.refuse("sklearn.width", 1, x.width());
        }
        return g.reshape(x.texts(g), -1);
    }
}
