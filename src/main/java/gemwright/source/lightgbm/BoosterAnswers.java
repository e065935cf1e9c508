package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Predicted;
import gemwright.source.sklearn.Scores;
import gemwright.source.sklearn.tree.BinaryTree;
import gemwright.source.sklearn.tree.TreeSum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What a booster says: sums of leaves, and predictions from them by the objective.
final class BoosterAnswers {
    private final Booster booster;
    private final List<LeafTree> trees;
    private final String path;
    private final Objective objective;

    /// @param best iterations to use; empty for all
    /// @param path where the booster stands, for messages
    BoosterAnswers(Booster booster, OptionalInt best, String path) throws Problem {
        this.booster = booster;
        this.path = path;
        long most = (long) best.orElse(Integer.MAX_VALUE) * booster.perIteration();
        this.trees = booster.trees().subList(0, (int) Math.min(most, booster.trees().size()));
        this.objective =
                Objective.of(booster.objective())
                        .orElseThrow(
                                () -> Problem.of("lightgbm.objective", path, booster.objective()));
    }

    /// Whether it tells classes.
    boolean isClassifier() {
        return objective.isClassifier();
    }

    /// How many classes it tells apart.
    int classes() {
        return booster.perIteration() == 1 ? 2 : booster.perIteration();
    }

    /// What `LGBMClassifier` says: the most probable class.
    List<Classified> classify(Labels labels, Features x, EstimatorGraph g) throws Problem {
        if (!isClassifier()) {
            throw Problem.of("lightgbm.noProbabilities", path, booster.objective());
        }
        Value said = predictions(x, g);
        Value probabilities = booster.perIteration() == 1 ? Scores.twoSided(said, g) : said;
        return List.of(Scores.mostProbable(labels, probabilities.as(said.type()), g));
    }

    /// What `LGBMRegressor` says.
    Predicted predict(Features x, EstimatorGraph g) throws Problem {
        return new Predicted(predictions(x, g), booster.perIteration());
    }

    private Value predictions(Features x, EstimatorGraph g) throws Problem {
        Value columns = new BoosterColumns(booster, path).read(x, g);
        Variants variants = new Variants(booster.features(), trees);
        boolean linear = trees.stream().anyMatch(tree -> tree.linear().isPresent());
        double factor = booster.averages() ? (double) booster.perIteration() / trees.size() : 1;
        TreeSum sum = new TreeSum(planted(variants, linear ? 1 : factor), base());
        Value asked = variants.of(columns, g);
        Value sums = sum.of(asked, g);
        if (linear) {
            Value reached = sum.leaves(asked, g);
            sums = LinearLeaves.sums(trees, booster, columns, reached, factor, g);
        }
        return objective.predictions(sums, g);
    }

    private double[] base() {
        return new double[booster.perIteration()];
    }

    private List<BinaryTree> planted(Variants variants, double factor) {
        List<BinaryTree> planted = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            planted.add(trees.get(i).planted(variants, i % booster.perIteration(), factor));
        }
        return planted;
    }
}
