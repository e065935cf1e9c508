package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;

import java.util.ArrayList;
import java.util.List;

/// The trees of an estimator: itself, or those of `estimators_`.
final class Forest {
    private Forest() {}

    static List<FittedTree> of(Estimator fitted) throws Problem {
        if (!fitted.has("estimators_")) {
            return List.of(FittedTree.of(fitted));
        }
        List<FittedTree> trees = new ArrayList<>();
        for (Estimator tree : fitted.children("estimators_")) {
            trees.add(FittedTree.of(tree));
        }
        if (trees.isEmpty()) {
            throw fitted.unreadable("estimators_");
        }
        return trees;
    }
}
