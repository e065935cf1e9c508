package gemwright.serve.http;

/// Answers requests; called by many threads at once.
@FunctionalInterface
public interface Handler {
    /// The answer to one request.
    ///
    /// @throws Refusal where the client can mend it, or should come back later
    Response handle(Request request) throws Refusal;
}
