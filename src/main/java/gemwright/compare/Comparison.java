package gemwright.compare;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.TableSource;
import gemwright.runtime.Session;

import java.util.List;
import java.util.Optional;

/// What model B does differently from model A, on the same rows.
///
/// @param samples rows compared
/// @param outputs the outputs that both have, in the order of A
/// @param unmatched outputs that only one of them has, or that have no row for each row
/// @param task what both are worth for the task
/// @param latencyA one sample on A
/// @param latencyB one sample on B, measured in turn with A
public record Comparison(
        long samples,
        List<OutputDifference> outputs,
        List<String> unmatched,
        Task task,
        Latency latencyA,
        Latency latencyB) {
    public Comparison {
        outputs = List.copyOf(outputs);
        unmatched = List.copyOf(unmatched);
    }

    /// Runs both models over all rows and compares what they answer.
    ///
    /// @param labels the truth, one a row in the order of the rows; empty to hold B against A
    /// @throws Problem where a model cannot run on the rows, where they share no output, or where
    ///   the labels do not fit
    public static Comparison of(
            Session a,
            Session b,
            TableSource rows,
            Optional<Column> labels,
            ComparisonOptions options,
            Progress progress)
            throws Problem {
        ComparisonPass pass = new ComparisonPass(a, b, labels.map(Truth::new), options);
        return pass.over(rows, progress);
    }

    /// Whether no number differs by more than that, and no text at all.
    public boolean within(double tolerance) {
        return outputs.stream()
                .allMatch(
                        output ->
                                output.maxAbs().isPresent()
                                        ? output.maxAbs().getAsDouble() <= tolerance
                                        : output.labelAgreement().orElse(0) == 1);
    }
}
