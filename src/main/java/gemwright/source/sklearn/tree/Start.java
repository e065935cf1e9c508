package gemwright.source.sklearn.tree;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.Arrays;
import java.util.List;

/// From the probabilities of the first estimator of a boosting to the scores that it starts from.
final class Start {
    private Start() {}

    /// The scores of probabilities that are the same for every row.
    ///
    /// @param exponential whether scores are half the log-odds
    /// @param centred whether the logarithms of several classes have their mean taken off
    static double[] of(
            double[] probabilities, boolean exponential, boolean centred, double epsilon) {
        double[] clipped =
                Arrays.stream(probabilities)
                        .map(p -> Math.clamp(p, epsilon, 1 - epsilon))
                        .toArray();
        if (clipped.length == 2) {
            double odds = Math.log(clipped[1] / (1 - clipped[1]));
            return new double[] {exponential ? odds / 2 : odds};
        }
        double[] logs = Arrays.stream(clipped).map(Math::log).toArray();
        double mean = centred ? Arrays.stream(logs).average().orElse(0) : 0;
        return Arrays.stream(logs).map(log -> log - mean).toArray();
    }

    /// The scores of probabilities `[N, classes]`.
    static Value of(
            Value probabilities,
            int targets,
            boolean exponential,
            boolean centred,
            double epsilon,
            EstimatorGraph g) {
        Value clipped = g.clip(g.cast(probabilities, ElementType.DOUBLE), epsilon, 1 - epsilon);
        if (targets == 1) {
            Value second = g.columns(clipped, 2, List.of(1));
            Value first = g.op("Sub", g.scalar("one", 1, second), second);
            Value odds = g.op("Log", g.op("Div", second, first));
            return exponential ? g.op("Mul", odds, g.scalar("half", 0.5, odds)) : odds;
        }
        Value logs = g.op("Log", clipped);
        return centred ? g.op("Sub", logs, g.reduce("ReduceMean", logs, 1)) : logs;
    }
}
