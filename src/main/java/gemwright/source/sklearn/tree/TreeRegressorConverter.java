package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Decision trees and forests that predict numbers: the mean of the trees' leaves.
final class TreeRegressorConverter implements EstimatorConverter.Regressor {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.tree.DecisionTreeRegressor",
                "sklearn.tree.ExtraTreeRegressor",
                "sklearn.ensemble.RandomForestRegressor",
                "sklearn.ensemble.ExtraTreesRegressor");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<FittedTree> forest = Forest.of(fitted);
        List<BinaryTree> trees = new ArrayList<>();
        for (FittedTree tree : forest) {
            trees.add(tree.numbers(0, 1.0 / forest.size()));
        }
        double[] base = new double[fitted.integer("n_outputs_")];
        return new Predicted(new TreeSum(trees, base).of(Inputs.rounded(x, g), g), base.length);
    }
}
