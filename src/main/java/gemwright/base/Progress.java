package gemwright.base;

/// How far a piece of work is, and whether it should go on.
///
/// Work that takes longer than 100 ms calls [#step] every few thousand rows, every node or every
/// megabyte. Implementations are safe to call from any thread.
@FunctionalInterface
public interface Progress {
    /// Reports a place and asks whether to go on.
    ///
    /// @param phase what is being done: the key `progress.PHASE` of the problems bundle, such as
    ///   `reading`
    /// @param done units done, from 0 to `total`
    /// @param total units in all, or 0 where that is not known
    /// @throws Cancelled where the user asked to stop
    void step(String phase, long done, long total);

    /// Reports nowhere and never stops.
    static Progress none() {
        return (phase, done, total) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new Cancelled();
            }
        };
    }
}
