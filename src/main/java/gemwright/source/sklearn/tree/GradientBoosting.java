package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.NumpyArray;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.List;

/// The stages of a gradient boosting model: `estimators_` [iterations, targets] of regression
/// trees.
final class GradientBoosting {
    private final Estimator fitted;
    private final int targets;
    private final List<BinaryTree> trees = new ArrayList<>();

    private GradientBoosting(Estimator fitted, int targets) {
        this.fitted = fitted;
        this.targets = targets;
    }

    static GradientBoosting of(Estimator fitted) throws Problem {
        NumpyArray stages = fitted.array("estimators_");
        if (stages.shape().size() != 2 || stages.size() == 0) {
            throw fitted.unreadable("estimators_");
        }
        double rate = fitted.number("learning_rate");
        GradientBoosting boosting = new GradientBoosting(fitted, stages.shape().get(1));
        List<PickleValue> members = stages.values();
        for (int i = 0; i < members.size(); i++) {
            Estimator tree =
                    fitted.child("estimators_[" + i + "]", members.get(i))
                            .orElseThrow(() -> fitted.unreadable("estimators_"));
            boosting.trees.add(FittedTree.of(tree).numbers(i % boosting.targets, rate));
        }
        return boosting;
    }

    /// Scores a row has for each target.
    int targets() {
        return targets;
    }

    /// Whether every row starts from 0 (`init="zero"`).
    boolean startsFromZero() {
        return fitted.get("init_").flatMap(PickleValue::asText).filter("zero"::equals).isPresent();
    }

    /// The estimator that every row starts from.
    Estimator start() throws Problem {
        return fitted.child("init_", "init_");
    }

    /// The scores, `[N, targets]`, from a start that is the same for all rows.
    Value scores(Features x, double[] base, EstimatorGraph g) throws Problem {
        if (base.length != targets) {
            throw fitted.unreadable("init_");
        }
        return new TreeSum(trees, base).of(Inputs.rounded(x, g), g);
    }

    /// The scores, `[N, targets]`, from a start that each row has of its own.
    Value scores(Features x, Value start, EstimatorGraph g) throws Problem {
        Value sums = scores(x, new double[targets], g);
        return g.op("Add", g.cast(start, sums.type()), sums);
    }
}
