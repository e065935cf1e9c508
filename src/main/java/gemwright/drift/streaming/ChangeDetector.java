package gemwright.drift.streaming;

/// Says of a stream of values when its level changed. After a change it starts anew with the next
/// value. Not for several threads at once.
public interface ChangeDetector {
    /// What a value brought.
    enum Signal {
        STEADY,
        /// A change may be coming; only some detectors warn.
        WARNING,
        CHANGED
    }

    /// Takes the next value.
    ///
    /// @param value finite; for the detectors of error rates 1 where the model was wrong, else 0
    Signal next(double value);
}
