package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Predicted;
import gemwright.source.sklearn.Scores;
import gemwright.source.sklearn.tree.BinaryTree;
import gemwright.source.sklearn.tree.TreeSum;
import gemwright.source.xgboost.Booster.Tree;
import gemwright.source.xgboost.Objective.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a booster says: margins from trees or weights, and predictions from margins by the
/// objective.
final class BoosterAnswers {
    private final Booster booster;
    private final OptionalInt best;
    private final BoosterColumns columns;
    private final String path;
    private final Objective objective;

    /// @param best the last iteration to use; empty for all
    /// @param missing what counts as missing beside NaN; NaN for nothing
    /// @param path where the booster stands, for messages
    BoosterAnswers(Booster booster, OptionalInt best, double missing, String path) throws Problem {
        this.booster = booster;
        this.best = best;
        this.columns = new BoosterColumns(booster, missing, path);
        this.path = path;
        this.objective =
                Objective.of(booster.objective())
                        .orElseThrow(
                                () -> Problem.of("xgboost.objective", path, booster.objective()));
    }

    /// What the predictions are.
    Task task() {
        return objective.task();
    }

    /// How many classes it tells apart, where it tells classes: labels that may each hold or not
    /// count as none.
    int classes() {
        return booster.groups() == 1 ? 2 : objective.task() == Task.CLASSES ? booster.groups() : 0;
    }

    /// What `XGBClassifier` says.
    ///
    /// @param labels the classes; [Labels.Indicators] where there are several targets
    List<Classified> classify(Labels labels, Features x, EstimatorGraph g) throws Problem {
        if (objective.task() == Task.CLASSES) {
            Value probabilities = softmax(margins(x, g), g);
            return List.of(Scores.mostProbable(labels, probabilities, g));
        }
        Value second = predictions(margins(x, g), g);
        Value half = g.op("Greater", second, g.scalar("half", 0.5, second));
        Value chosen = g.cast(half, ElementType.INT64);
        boolean single = booster.groups() == 1;
        return List.of(
                new Classified(
                        labels,
                        single ? g.reshape(chosen, -1) : chosen,
                        Optional.of(single ? Scores.twoSided(second, g) : second),
                        Optional.empty()));
    }

    /// What `XGBRegressor` says.
    Predicted predict(Features x, EstimatorGraph g) throws Problem {
        if (objective.task() == Task.CLASSES) {
            throw Problem.of("xgboost.objective", path, booster.objective());
        }
        return new Predicted(predictions(margins(x, g), g), booster.groups());
    }

    private static Value softmax(Value margins, EstimatorGraph g) {
        return g.node("Softmax").inputs(margins).attribute("axis", 1).output();
    }

    private Value predictions(Value margins, EstimatorGraph g) {
        return switch (objective.task()) {
            case NUMBERS, BINARY ->
                    switch (objective.link()) {
                        case IDENTITY -> margins;
                        case LOGISTIC -> g.op("Sigmoid", margins);
                        case EXPONENTIAL -> g.op("Exp", margins);
                    };
            case BINARY_HINGE ->
                    g.cast(g.op("Greater", margins, g.scalar("zero", 0, margins)), margins.type());
            case CLASSES -> margins;
        };
    }

    /// `[N, groups]`, as [EstimatorGraph#number].
    private Value margins(Features x, EstimatorGraph g) throws Problem {
        double[] base = new double[booster.groups()];
        for (int group = 0; group < base.length; group++) {
            int place = booster.baseScore().size() == 1 ? 0 : group;
            base[group] = (float) objective.margin(booster.baseScore().get(place));
        }
        return switch (booster.terms()) {
            case Booster.Trees trees -> new TreeSum(planted(trees), base).of(columns.read(x, g), g);
            case Booster.Weights(var weights) -> {
                // of several base scores XGBoost 3.2 takes the first for all groups here
                java.util.Arrays.fill(base, base[0]);
                yield weighted(weights, base, columns.read(x, g), g);
            }
        };
    }

    private List<BinaryTree> planted(Booster.Trees trees) throws Problem {
        List<BinaryTree> planted = new ArrayList<>();
        for (Tree tree : trees.until(best)) {
            planted.add(
                    tree.tree()
                            .planted(booster.features(), tree.group(), tree.factor())
                            .orElseThrow(() -> Problem.of("xgboost.tree", path)));
        }
        return planted;
    }

    /// A missing number adds nothing.
    private Value weighted(List<Double> weights, double[] base, Value x, EstimatorGraph g) {
        int groups = base.length;
        int count = booster.features() * groups;
        double[] slopes =
                weights.subList(0, count).stream().mapToDouble(Double::doubleValue).toArray();
        double[] start = new double[groups];
        for (int group = 0; group < groups; group++) {
            start[group] = base[group] + weights.get(count + group);
        }
        Value present = g.op("Where", g.op("IsNaN", x), g.scalar("nothing", 0, x), x);
        Value slope = g.doubles("weights", new Matrix(booster.features(), groups, slopes));
        return g.op("Add", g.op("MatMul", present, slope), g.doubles("start", start));
    }
}
