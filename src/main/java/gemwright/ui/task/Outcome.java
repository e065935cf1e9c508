package gemwright.ui.task;

import gemwright.base.Problem;

import java.util.Optional;

/// The four faces of a panel: empty, working, content, or what went wrong (cancelled is empty
/// again, and says so).
///
/// @param <T> the result that fills the panel
public sealed interface Outcome<T> {
    /// Nothing was asked for yet.
    record Nothing<T>() implements Outcome<T> {}

    /// Work goes on.
    record Working<T>(Job job) implements Outcome<T> {}

    /// It is done.
    record Ready<T>(T result) implements Outcome<T> {}

    /// It failed, and the problem says what to do.
    record Failed<T>(Problem problem) implements Outcome<T> {}

    /// The user stopped it.
    record Stopped<T>() implements Outcome<T> {}

    /// The result, where there is one.
    default Optional<T> found() {
        return this instanceof Ready<T>(T result) ? Optional.of(result) : Optional.empty();
    }

    /// Whether work goes on.
    default boolean working() {
        return this instanceof Working<T>;
    }
}
