package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Predicted;
import gemwright.source.sklearn.Scores;
import gemwright.source.sklearn.tree.Inputs;
import gemwright.source.sklearn.tree.TreeSum;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a booster says: sums of leaves, and predictions from them by the loss.
final class BoosterAnswers {
    private static final Set<String> TWO = Set.of("Logloss", "CrossEntropy");
    private static final Set<String> EACH = Set.of("MultiLogloss", "MultiCrossEntropy");
    private static final Set<String> EXPONENTIAL = Set.of("Poisson", "Tweedie");
    private static final Set<String> RAW =
            Set.of(
                    "RMSE",
                    "MAE",
                    "Quantile",
                    "LogLinQuantile",
                    "MAPE",
                    "Lq",
                    "Huber",
                    "Expectile",
                    "MultiRMSE",
                    "MultiRMSEWithMissingValues",
                    "LogCosh",
                    "QueryRMSE",
                    "YetiRank",
                    "YetiRankPairwise",
                    "PairLogit",
                    "PairLogitPairwise",
                    "QuerySoftMax",
                    "StochasticRank",
                    "LambdaMart");

    private final Booster booster;
    private final String path;

    /// @param path where the booster stands, for messages
    BoosterAnswers(Booster booster, String path) throws Problem {
        this.booster = booster;
        this.path = path;
        if (!isClassifier() && !EXPONENTIAL.contains(loss()) && !RAW.contains(loss())) {
            throw Problem.of("catboost.loss", path, loss());
        }
    }

    private String loss() {
        return booster.loss();
    }

    /// What the booster was fitted on: names that count the columns are none.
    static Columns columns(Booster booster) {
        List<String> names = booster.names();
        boolean counted = true;
        for (int i = 0; i < names.size(); i++) {
            counted &= names.get(i).equals(Integer.toString(i));
        }
        return names.isEmpty() || counted
                ? Columns.matrix(booster.features())
                : new Columns(names, booster.features());
    }

    /// Whether it tells classes.
    boolean isClassifier() {
        return TWO.contains(loss())
                || EACH.contains(loss())
                || loss().equals("MultiClass")
                || loss().equals("MultiClassOneVsAll");
    }

    /// What `CatBoostClassifier` says.
    List<Classified> classify(Features x, EstimatorGraph g) throws Problem {
        if (!isClassifier()) {
            throw Problem.of("catboost.loss", path, loss());
        }
        Value sums = sums(x, g);
        if (EACH.contains(loss())) {
            Value positive = g.op("Greater", sums, g.scalar("zero", 0, sums));
            return List.of(
                    new Classified(
                            new Labels.Indicators(booster.targets()),
                            g.cast(positive, ElementType.INT64),
                            Optional.of(sigmoid(sums, g)),
                            Optional.empty()));
        }
        if (TWO.contains(loss())) {
            return List.of(two(sums, g));
        }
        Labels labels = labels(booster.targets());
        Value probabilities =
                loss().equals("MultiClass")
                        ? g.node("Softmax")
                                .inputs(sums)
                                .attribute("axis", 1)
                                .output()
                                .as(sums.type())
                        : sigmoid(sums, g);
        return List.of(
                new Classified(
                        labels, g.argMax(sums), Optional.of(probabilities), Optional.empty()));
    }

    private Classified two(Value sums, EstimatorGraph g) throws Problem {
        if (booster.targets() != 1) {
            throw Problem.of("catboost.damaged", path, "dimension " + booster.targets());
        }
        Value second = sigmoid(sums, g);
        Value above =
                booster.border().isPresent()
                        ? g.op(
                                "Greater",
                                second,
                                g.scalar("border", booster.border().get(), second))
                        : g.op("Greater", sums, g.scalar("zero", 0, sums));
        Value index = g.reshape(g.cast(above, ElementType.INT64), -1);
        return new Classified(
                labels(2),
                index,
                Optional.of(Scores.twoSided(second, g).as(second.type())),
                Optional.empty());
    }

    private Labels labels(int count) throws Problem {
        Labels labels =
                booster.labels()
                        .filter(named -> named.size() > 0)
                        .orElseGet(() -> Labels.counted(count));
        if (labels.size() != count) {
            throw Problem.of("catboost.damaged", path, labels.size() + " classes");
        }
        return labels;
    }

    /// What `CatBoostRegressor` says.
    Predicted predict(Features x, EstimatorGraph g) throws Problem {
        if (isClassifier()) {
            throw Problem.of("catboost.loss", path, loss());
        }
        Value sums = sums(x, g);
        Value said = EXPONENTIAL.contains(loss()) ? g.op("Exp", sums) : sums;
        return new Predicted(said, booster.targets());
    }

    /// `[N, targets]`, as [EstimatorGraph#number].
    private Value sums(Features x, EstimatorGraph g) throws Problem {
        if (!x.isUnknown() && x.width() != booster.features()) {
            throw Problem.of("sklearn.width", path, "CatBoost", booster.features(), x.width());
        }
        double[] bias = new double[booster.targets()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = booster.bias().get(i) / booster.scale();
        }
        Value sums = new TreeSum(booster.trees(), bias).of(Inputs.rounded(x, g), g);
        return booster.scale() == 1
                ? sums
                : g.op("Mul", sums, g.scalar("scale", booster.scale(), sums)).as(sums.type());
    }

    /// Not Sigmoid: ONNX Runtime rounds tiny ones to 0.
    private static Value sigmoid(Value sums, EstimatorGraph g) {
        Value one = g.scalar("one", 1, sums);
        Value odds = g.op("Exp", g.op("Neg", sums));
        return g.op("Div", one, g.op("Add", one, odds)).as(sums.type());
    }
}
