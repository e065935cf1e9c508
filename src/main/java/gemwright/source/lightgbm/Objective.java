package gemwright.source.lightgbm;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a booster was trained for, which tells how sums of leaves become predictions
/// (`ConvertOutput` of `src/objective`).
///
/// @param link from sums to predictions
/// @param sigmoid the factor in a sigmoid
/// @param squared whether the square root was trained on
record Objective(Link link, double sigmoid, boolean squared) {
    /// From sums to predictions.
    enum Link {
        IDENTITY,
        EXPONENTIAL,
        /// one probability
        SIGMOID,
        /// a probability for each class, on its own
        SIGMOID_EACH,
        SOFTMAX,
        /// `log(1 + e^x)`
        SOFTPLUS
    }

    /// Whether it tells classes.
    boolean isClassifier() {
        return switch (link) {
            case SIGMOID, SIGMOID_EACH, SOFTMAX -> true;
            case IDENTITY, EXPONENTIAL, SOFTPLUS -> false;
        };
    }

    /// The objective of that text; empty for one that we do not know.
    static Optional<Objective> of(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split(" +")));
        String name = words.removeFirst();
        double sigmoid = 1;
        boolean squared = false;
        for (String word : words) {
            if (word.equals("sqrt")) {
                squared = true;
            } else if (word.startsWith("sigmoid:")) {
                sigmoid = number(word.substring("sigmoid:".length()));
            } else if (!word.matches("(num_class|alpha|fair_c|tweedie_variance_power):.*")) {
                return Optional.empty();
            }
        }
        Optional<Link> link = link(name);
        boolean usable = Double.isFinite(sigmoid) && (!squared || link.equals(IDENTITY));
        double factor = sigmoid;
        boolean square = squared;
        return link.filter(l -> usable).map(l -> new Objective(l, factor, square));
    }

    private static final Optional<Link> IDENTITY = Optional.of(Link.IDENTITY);

    private static Optional<Link> link(String name) {
        return switch (name) {
            case "",
                    "custom",
                    "regression",
                    "regression_l1",
                    "huber",
                    "fair",
                    "quantile",
                    "mape",
                    "lambdarank",
                    "rank_xendcg" ->
                    IDENTITY;
            case "poisson", "gamma", "tweedie" -> Optional.of(Link.EXPONENTIAL);
            case "binary", "cross_entropy" -> Optional.of(Link.SIGMOID);
            case "cross_entropy_lambda" -> Optional.of(Link.SOFTPLUS);
            case "multiclass" -> Optional.of(Link.SOFTMAX);
            case "multiclassova" -> Optional.of(Link.SIGMOID_EACH);
            default -> Optional.empty();
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /// The predictions, `[N, targets]`.
    Value predictions(Value sums, EstimatorGraph g) {
        return switch (link) {
            case IDENTITY -> squared ? squares(sums, g) : sums;
            case EXPONENTIAL -> g.op("Exp", sums);
            case SOFTMAX ->
                    g.node("Softmax").inputs(sums).attribute("axis", 1).output().as(sums.type());
            case SIGMOID, SIGMOID_EACH -> sigmoids(sums, g);
            case SOFTPLUS -> softplus(sums, g);
        };
    }

    private static Value squares(Value sums, EstimatorGraph g) {
        return g.op("Mul", g.op("Abs", sums), sums).as(sums.type());
    }

    /// Not Sigmoid: ONNX Runtime rounds tiny ones to 0.
    private Value sigmoids(Value sums, EstimatorGraph g) {
        Value one = g.scalar("one", 1, sums);
        Value odds = g.op("Exp", g.op("Mul", sums, g.scalar("sigmoid", -sigmoid, sums)));
        return g.op("Div", one, g.op("Add", one, odds)).as(sums.type());
    }

    /// `max(x, 0) + log(1 + e^-|x|)`, which no large number overflows.
    private static Value softplus(Value sums, EstimatorGraph g) {
        Value exact = g.cast(sums, ElementType.DOUBLE);
        Value small = g.op("Exp", g.op("Neg", g.op("Abs", exact)));
        Value log = g.op("Log", g.op("Add", small, g.scalar("one", 1, exact)));
        Value sum = g.op("Add", g.op("Max", exact, g.scalar("zero", 0, exact)), log);
        return g.cast(sum.as(ElementType.DOUBLE), sums.type());
    }
}
