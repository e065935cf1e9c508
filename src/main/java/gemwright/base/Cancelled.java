package gemwright.base;

/// The user asked the work to stop. Thrown by [Progress#step], caught by the faces; whoever holds
/// an open file or a child process on the way lets go of it in its `finally`.
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// No stack trace: nothing went wrong.
    public Cancelled() {
        super("cancelled", null, false, false);
    }
}
