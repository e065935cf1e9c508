package gemwright.serve.model;

import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;

import java.util.Optional;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// How often two versions of a model agree on the same rows.
///
/// Two rows agree where each text, truth value and whole number in them is equal (the labels of a
/// classifier); where an answer is of real numbers alone, where the largest of a row stands at the
/// same place, or a single one differs by at most a hundredth of the original's size.
public final class Agreement {
    private static final double CLOSE = 0.01;

    private final LongAdder rows = new LongAdder();
    private final LongAdder agreed = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final DoubleAccumulator largest = new DoubleAccumulator(Math::max, 0);

    /// Rows that both versions answered.
    public long rows() {
        return rows.sum();
    }

    /// Rows on which they agreed.
    public long agreed() {
        return agreed.sum();
    }

    /// Requests that were not compared because there were too many.
    public long skipped() {
        return skipped.sum();
    }

    /// Requests that the other version could not answer.
    public long failed() {
        return failed.sum();
    }

    /// The largest difference of two real numbers so far.
    public double largest() {
        return largest.get();
    }

    void skip() {
        skipped.increment();
    }

    void fail() {
        failed.increment();
    }

    /// Counts the rows of a request.
    void compare(Answer original, Answer other, int count) {
        boolean labels = original.outputs().stream().anyMatch(Agreement::isLabel);
        int same = 0;
        for (int row = 0; row < count; row++) {
            same += agrees(original, other, row, count, labels) ? 1 : 0;
        }
        rows.add(count);
        agreed.add(same);
    }

    private boolean agrees(Answer original, Answer other, int row, int rows, boolean labels) {
        boolean all = true;
        for (Output output : original.outputs()) {
            Optional<NdArray> one = values(output);
            Optional<NdArray> two = other.find(output.name()).flatMap(Agreement::values);
            if (one.isEmpty()) {
                continue; // a sequence has no rows
            }
            if (two.isEmpty() || !one.get().shape().equals(two.get().shape())) {
                return false;
            }
            all &= agrees(one.get(), two.get(), row, rows, labels);
        }
        return all;
    }

    private boolean agrees(NdArray one, NdArray two, int row, int rows, boolean labels) {
        long width = one.size() % rows == 0 ? one.size() / rows : one.size();
        long from = one.size() % rows == 0 ? row * width : 0;
        if (!one.dtype().real()) {
            for (long i = from; i < from + width; i++) {
                if (!one.text(i).equals(two.text(i))) {
                    return false;
                }
            }
            return true;
        }
        long place = from;
        long otherPlace = from;
        for (long i = from; i < from + width; i++) {
            double difference = Math.abs(one.number(i) - two.number(i));
            if (difference > 0) {
                largest.accumulate(difference);
            }
            place = one.number(i) > one.number(place) ? i : place;
            otherPlace = two.number(i) > two.number(otherPlace) ? i : otherPlace;
        }
        if (labels) {
            return true; // the labels decide
        }
        return width == 1 ? close(one.number(from), two.number(from)) : place == otherPlace;
    }

    private static boolean close(double one, double two) {
        return Double.compare(one, two) == 0
                || Math.abs(one - two) <= CLOSE * Math.max(1, Math.abs(one));
    }

    private static boolean isLabel(Output output) {
        return values(output).filter(array -> !array.dtype().real()).isPresent();
    }

    private static Optional<NdArray> values(Output output) {
        return switch (output) {
            case Output.Tensor tensor -> Optional.of(tensor.values());
            case Output.Scores scores -> Optional.of(scores.values());
            case Output.Sequence sequence -> Optional.empty();
        };
    }
}
