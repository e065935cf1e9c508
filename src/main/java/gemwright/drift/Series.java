package gemwright.drift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One figure over the windows of a [Timeline], with the band of the reference.
///
/// @param name the column, or the figure's name
/// @param values one a window; NaN where a window has none
/// @param low the lowest reference window
/// @param high the highest reference window
/// @param alarm which side of the band counts
/// @param change the clearest change of level; empty where there are too few windows
/// @param onset where a change detector that reads row by row first alarmed in the current data
public record Series(
        String name,
        List<Double> values,
        int referenceWindows,
        double low,
        double high,
        Alarm alarm,
        Optional<ChangePoint> change,
        Optional<Onset> onset) {
    /// Which side of the band is bad.
    public enum Alarm {
        ABOVE,
        BELOW,
        BOTH
    }

    public Series {
        values = List.copyOf(values);
    }

    /// Whether that window lies outside the band; windows of the reference never do.
    public boolean outside(int window) {
        double value = values.get(window);
        return window >= referenceWindows
                && ((alarm != Alarm.BELOW && value > high)
                        || (alarm != Alarm.ABOVE && value < low));
    }

    /// Current windows outside the band.
    public int outsideCount() {
        int count = 0;
        for (int i = referenceWindows; i < values.size(); i++) {
            count += outside(i) ? 1 : 0;
        }
        return count;
    }

    /// Windows in a row outside the band, up to and including the last one.
    public int lastRun() {
        int run = 0;
        while (run < values.size() && outside(values.size() - 1 - run)) {
            run++;
        }
        return run;
    }

    /// The first window of a run of `least` windows outside the band, wherever it is.
    public OptionalInt firstRun(int least) {
        int run = 0;
        for (int i = referenceWindows; i < values.size(); i++) {
            run = outside(i) ? run + 1 : 0;
            if (run == least) {
                return OptionalInt.of(i - least + 1);
            }
        }
        return OptionalInt.empty();
    }

    /// The same with the row that a change detector found.
    Series since(Optional<Onset> found) {
        return new Series(name, values, referenceWindows, low, high, alarm, change, found);
    }

    /// Since when, to the row.
    ///
    /// @param detector its name
    /// @param at the time stamp of the row at which it alarmed
    public record Onset(String detector, Instant at) {}

    /// A change of level.
    ///
    /// @param window the first window of the new level
    /// @param pValue how often shuffled windows split as clearly
    public record ChangePoint(int window, double pValue) {
        /// Whether chance is an unlikely reason.
        public boolean real() {
            return pValue < 0.05;
        }
    }
}
