package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Decision trees and forests that choose a class: the mean of the trees' class shares.
final class TreeClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of(
                "sklearn.tree.DecisionTreeClassifier",
                "sklearn.tree.ExtraTreeClassifier",
                "sklearn.ensemble.RandomForestClassifier",
                "sklearn.ensemble.ExtraTreesClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        List<Labels> targets = fitted.labelsPerTarget("classes_");
        List<Integer> classes = targets.stream().map(Labels::size).toList();
        int width = classes.stream().mapToInt(Integer::intValue).sum();
        List<BinaryTree> trees = new ArrayList<>();
        for (FittedTree tree : Forest.of(fitted)) {
            trees.add(tree.shares(classes));
        }
        Value shares = new TreeSum(trees, new double[width]).of(Inputs.rounded(x, g), g);
        if (trees.size() > 1) {
            // divided here and not in the leaves: equal votes stay exactly equal
            shares = g.op("Div", shares, g.scalar("trees", trees.size(), shares));
        }
        List<Classified> answers = new ArrayList<>();
        int first = 0;
        for (Labels labels : targets) {
            List<Integer> columns = IntStream.range(first, first + labels.size()).boxed().toList();
            answers.add(Scores.mostProbable(labels, g.columns(shares, width, columns), g));
            first += labels.size();
        }
        return answers;
    }
}
