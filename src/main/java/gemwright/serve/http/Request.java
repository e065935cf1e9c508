package gemwright.serve.http;

import java.util.Optional;

/// One request, as handlers see it. Valid until its handler returns.
public interface Request {
    /// `GET`, `POST` …, as the client spelled it.
    String method();

    /// The path without the query, percent escapes resolved.
    String path();

    /// The first value of that header; names are compared without regard to case.
    Optional<String> header(String name);

    /// The whole body, gzip and deflate undone; empty where there is none. Reads it from the client
    /// at the first call.
    ///
    /// @throws Refusal 413 beyond the limit, 400 where it ends early or is badly compressed, 503
    ///   where too many large bodies are being read at once
    byte[] body() throws Refusal;

    /// The body where [#body] has been called already.
    Optional<byte[]> bodyRead();

    /// What names this request in the answer and the log: the client's `X-Request-Id`, or one of
    /// ours.
    String id();

    /// [System#nanoTime] when the first byte of it was handled.
    long startNanos();
}
