package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

/// What trees are asked about.
public final class Inputs {
    private Inputs() {}

    /// The columns rounded to float32, as trees round them before they compare, and back in double,
    /// as thresholds are.
    public static Value rounded(Features x, EstimatorGraph g) throws Problem {
        return g.cast(x.floats(g), ElementType.DOUBLE);
    }
}
