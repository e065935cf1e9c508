package gemwright.source.sklearn;

import gemwright.onnx.Value;

/// From the decisions between pairs of classes to a score for each class: votes, with confidences
/// between -1/3 and 1/3 to break ties (`_ovr_decision_function`).
public final class Pairs {
    private Pairs() {}

    /// The scores, `[N, classes]`.
    ///
    /// @param choices 1 where the second class of a pair wins, `[N, pairs]` of doubles
    /// @param confidences how sure that is, positive for the second class, `[N, pairs]`
    public static Value scores(Value choices, Value confidences, int classes, EstimatorGraph g) {
        int pairs = classes * (classes - 1) / 2;
        double[] sign = new double[pairs * classes];
        double[] firsts = new double[classes];
        int pair = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = i + 1; j < classes; j++) {
                sign[pair * classes + i] = -1;
                sign[pair * classes + j] = 1;
                firsts[i]++;
                pair++;
            }
        }
        Value signs = g.doubles("pairs", new Matrix(pairs, classes, sign));
        // the first class of a pair has its vote from the start, and loses it to the second
        Value votes = g.op("Add", g.op("MatMul", choices, signs), g.doubles("votes", firsts));
        Value sums = g.op("MatMul", confidences, signs);
        Value bound = g.op("Add", g.op("Abs", sums), g.scalar("one", 1, sums));
        Value third = g.op("Div", sums, g.op("Mul", bound, g.scalar("three", 3, bound)));
        return g.op("Add", votes, third);
    }
}
