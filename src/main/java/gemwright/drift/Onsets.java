package gemwright.drift;

import gemwright.drift.Series.Onset;
import gemwright.drift.streaming.ChangeDetector;
import gemwright.drift.streaming.ChangeDetector.Signal;
import gemwright.drift.streaming.ChangeDetectors;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Since when, to the row: a change detector runs over the rows of the reference and then of the
/// current data, in the order of their time stamps.
final class Onsets {
    private static final String LEVEL = "adwin";
    private static final String ERRORS = "hddm-a";

    private final Cut cut;

    Onsets(Cut cut) {
        this.cut = cut;
    }

    /// The first change of a level among the current rows. NaN and infinities are passed over.
    Optional<Onset> ofLevel(double[] reference, double[] current) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : reference) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (!(high > low) || !Double.isFinite(high - low)) {
            return Optional.empty();
        }
        // ADWIN's bound is for values between 0 and 1: the reference's range becomes that
        double from = low;
        double range = high - low;
        return first(
                LEVEL,
                row -> (reference[row] - from) / range,
                row -> (current[row] - from) / range);
    }

    /// The first rise of an error rate among the current rows.
    ///
    /// @param reference by row: 1 where the model was wrong, 0 where right, NaN where not known
    Optional<Onset> ofErrors(IntToDoubleFunction reference, IntToDoubleFunction current) {
        return first(ERRORS, reference, current);
    }

    private Optional<Onset> first(
            String name, IntToDoubleFunction reference, IntToDoubleFunction current) {
        ChangeDetector detector = ChangeDetectors.find(name).orElseThrow().start().get();
        cut.before().rows().mapToDouble(reference).filter(Double::isFinite).forEach(detector::next);
        return cut.after()
                .rows()
                .filter(row -> changed(detector, current.applyAsDouble(row)))
                .mapToObj(row -> new Onset(name, cut.after().moment(row)))
                .findFirst();
    }

    private static boolean changed(ChangeDetector detector, double value) {
        return Double.isFinite(value) && detector.next(value) == Signal.CHANGED;
    }
}
