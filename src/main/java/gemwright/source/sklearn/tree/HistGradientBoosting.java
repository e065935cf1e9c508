package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;

/// The stages of a histogram gradient boosting: `_predictors`, a list of iterations with a tree for
/// each target.
///
/// From 1.4 on categories are encoded first (`_preprocessor`), which also moves categorical columns
/// to the front; before, the numbers themselves are the categories.
final class HistGradientBoosting {
    private HistGradientBoosting() {}

    /// The scores, `[N, targets]`.
    static Value scores(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        HistBins bins = HistBins.of(fitted);
        double[] base = fitted.doubles("_baseline_prediction");
        List<BinaryTree> trees = new ArrayList<>();
        for (PickleValue iteration : fitted.members("_predictors")) {
            List<PickleValue> members =
                    Values.members(iteration).orElseThrow(() -> fitted.unreadable("_predictors"));
            for (int target = 0; target < members.size(); target++) {
                Estimator tree =
                        fitted.child("_predictors", members.get(target))
                                .orElseThrow(() -> fitted.unreadable("_predictors"));
                trees.add(new HistTree(tree, bins).read(target));
            }
            if (members.size() != base.length) {
                throw fitted.unreadable("_predictors");
            }
        }
        return new TreeSum(trees, base).of(columns(fitted, bins, x, g), g);
    }

    private static Value columns(Estimator fitted, HistBins bins, Features x, EstimatorGraph g)
            throws Problem {
        if (fitted.has("_preprocessor")) {
            return g.transform(fitted.child("_preprocessor", "_preprocessor"), x).doubles(g);
        }
        Value numbers = x.doubles(g);
        if (!bins.hasCategories()) {
            return numbers;
        }
        // a category is the whole part of its number
        double[] mask = bins.categoricalMask();
        Value isCategory = g.cast(g.doubles("categorical", mask), ElementType.BOOL);
        return g.op("Where", isCategory, g.op("Floor", numbers), numbers);
    }
}
