package gemwright.compare;

import gemwright.runtime.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Accuracy against the labels, or agreement of both models without them.
final class ByClass implements TaskMeter {
    private static final int EXAMPLES = 100;

    private final String output;
    private final Optional<Truth> truth;
    private final List<Task.Flip> examples = new ArrayList<>();
    private long rows;
    private long flipped;
    private long onlyA;
    private long onlyB;
    private long both;

    ByClass(String output, Optional<Truth> truth) {
        this.output = output;
        this.truth = truth;
    }

    @Override
    public void add(Output a, Output b, long firstRow) {
        IntFunction<String> byA = labels(a);
        IntFunction<String> byB = labels(b);
        for (int row = 0; row < TaskMeter.values(a).rows(); row++) {
            judge(firstRow + row, byA.apply(row), byB.apply(row));
        }
    }

    /// The class by row; one probability names class 1 above a half.
    private static IntFunction<String> labels(Output output) {
        Optional<Classes> classes = Classes.known(output);
        return classes.isPresent()
                ? classes.get()::label
                : row -> TaskMeter.values(output).number(row) > 0.5 ? "1" : "0";
    }

    private void judge(long row, String a, String b) {
        boolean labelled = truth.isPresent() && truth.get().has(row);
        if (!a.equals(b)) {
            flipped++;
            if (examples.size() < EXAMPLES) {
                String label = labelled ? truth.get().label(row) : "";
                examples.add(new Task.Flip(row + 1, a, b, label));
            }
        }
        if (truth.isPresent() && !labelled) {
            return;
        }
        rows++;
        boolean rightA = truth.isEmpty() || truth.get().names(row, a);
        boolean rightB = truth.isEmpty() ? a.equals(b) : truth.get().names(row, b);
        both += rightA && rightB ? 1 : 0;
        onlyA += rightA && !rightB ? 1 : 0;
        onlyB += rightB && !rightA ? 1 : 0;
    }

    @Override
    public Task task() {
        boolean labelled = truth.isPresent();
        return new Task(
                Task.Kind.CLASSIFICATION,
                labelled ? Task.Metric.ACCURACY : Task.Metric.AGREEMENT,
                labelled,
                output,
                rows,
                (double) (both + onlyA) / rows,
                (double) (both + onlyB) / rows,
                labelled
                        ? Interval.ofPairedShares(onlyA, onlyB, rows)
                        : Interval.ofShare(both, rows),
                flipped,
                examples);
    }
}
