package gemwright.compare;

import java.util.List;

/// What both models are worth for the task, on the same rows.
///
/// @param kind what the output says
/// @param metric what `a` and `b` are
/// @param labelled whether the truth was given; else A is the truth and `a` is 1
/// @param output the output that was judged
/// @param rows how many rows were judged: rows without a label are not
/// @param a the metric of A
/// @param b the metric of B
/// @param interval 95 % confidence: of the difference B − A with labels, of `b` without
/// @param flipped rows where B names another class than A; 0 where the output names no classes
/// @param examples the first of them, to be looked at
public record Task(
        Kind kind,
        Metric metric,
        boolean labelled,
        String output,
        long rows,
        double a,
        double b,
        Interval interval,
        long flipped,
        List<Flip> examples) {
    public Task {
        examples = List.copyOf(examples);
    }

    /// What an output says.
    public enum Kind {
        /// Which class a row belongs to.
        CLASSIFICATION,
        /// A number for each row.
        REGRESSION,
        /// Anything else: embeddings, images, text.
        NONE
    }

    /// What is counted.
    public enum Metric {
        /// Share of rows whose class equals the label.
        ACCURACY,
        /// Share of rows where both models name the same class.
        AGREEMENT,
        /// Coefficient of determination, of the labels or of A's numbers.
        R2,
        /// Mean over the rows of the cosine between A's and B's values.
        COSINE
    }

    /// A row where the models disagree.
    ///
    /// @param row counted from 1
    /// @param a the class A names
    /// @param b the class B names
    /// @param label the truth; empty where it was not given
    public record Flip(long row, String a, String b, String label) {}

    /// How much B lost: `a − b`.
    public double drop() {
        return a - b;
    }
}
