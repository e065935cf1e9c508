package gemwright.runtime;

import java.util.List;

/// What became of a model that was loaded and run in a process of its own.
public sealed interface Proof {
    /// It loaded, and ran on everything that it was given.
    ///
    /// @param outputs what it answered, over all samples
    /// @param loadMillis time to load it
    record Passed(List<Summary> outputs, long loadMillis) implements Proof {
        public Passed {
            outputs = List.copyOf(outputs);
        }
    }

    /// ONNX Runtime said no, with a reason.
    record Refused(String reason) implements Proof {}

    /// The process died.
    ///
    /// @param reason the signal or the exit code, and where in the native code
    record Crashed(String reason) implements Proof {}

    /// It had no end within the limit.
    ///
    /// @param seconds the limit
    record Hung(long seconds) implements Proof {}

    /// It needed more memory than there was.
    record OutOfMemory() implements Proof {}

    /// One output over all samples.
    ///
    /// @param name the output
    /// @param type element type and shape of the last sample, such as `float32[1, 10]`
    /// @param elements how many there were
    /// @param notFinite how many of them were NaN or infinite
    record Summary(String name, String type, long elements, long notFinite) {}

    /// Whether it loaded and ran.
    default boolean passed() {
        return this instanceof Passed;
    }
}
