package gemwright.compare;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.runtime.Output;

import java.util.Optional;

/// Judges one output of both models, batch by batch.
sealed interface TaskMeter permits ByClass, ByNumber, ByDirection {
    /// The next rows.
    ///
    /// @param firstRow place of the first of them among all rows, counted from 0
    void add(Output a, Output b, long firstRow);

    /// What came out.
    Task task();

    /// How an output is to be judged, from its first rows.
    ///
    /// @throws Problem where the labels cannot be held against that output
    static TaskMeter of(Output first, Optional<Truth> truth) throws Problem {
        if (truth.isPresent() && !truth.get().fractions()) {
            if (Classes.known(first).isPresent()) {
                return new ByClass(first.name(), truth);
            }
            if (truth.get().binary() && probability(first)) {
                return new ByClass(first.name(), truth);
            }
        }
        if (single(first)) {
            if (truth.isPresent() && truth.get().text()) {
                throw Problem.of("compare.labelsText", first.name(), first.name());
            }
            return new ByNumber(first.name(), truth);
        }
        if (truth.isPresent()) {
            throw Problem.of("compare.labelsShape", first.name(), first.name());
        }
        return Classes.of(first).isPresent()
                ? new ByClass(first.name(), truth)
                : new ByDirection(first.name());
    }

    private static boolean single(Output output) {
        return output instanceof Output.Tensor tensor
                && tensor.values().dtype().real()
                && tensor.values().size() == tensor.values().rows();
    }

    private static boolean probability(Output output) {
        if (!single(output) || !(output instanceof Output.Tensor tensor)) {
            return false;
        }
        for (long row = 0; row < tensor.values().rows(); row++) {
            double value = tensor.values().number(row);
            if (!(value >= 0 && value <= 1)) {
                return false;
            }
        }
        return true;
    }

    /// The numbers or texts of an output.
    static NdArray values(Output output) {
        return switch (output) {
            case Output.Tensor tensor -> tensor.values();
            case Output.Scores scores -> scores.values();
            case Output.Sequence sequence -> throw new IllegalStateException(sequence.name());
        };
    }
}
