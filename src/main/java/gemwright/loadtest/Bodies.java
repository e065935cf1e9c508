package gemwright.loadtest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The requests of a test, taken in turn: many different ones, so that no cache and no branch
/// predictor learns a single row by heart.
public final class Bodies {
    private final List<byte[]> requests;
    private final AtomicInteger next = new AtomicInteger();

    private Bodies(List<byte[]> requests) {
        this.requests = List.copyOf(requests);
    }

    /// Requests that post these JSON documents.
    ///
    /// @param documents at least one
    public static Bodies of(URI target, Map<String, String> headers, List<String> documents) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a load test needs a body");
        }
        return new Bodies(
                documents.stream()
                        .map(
                                document ->
                                        HttpConnection.request(
                                                "POST",
                                                target,
                                                headers,
                                                document.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    /// Different requests.
    public int size() {
        return requests.size();
    }

    /// The bytes of the next request, head and body; not to be changed.
    byte[] next() {
        return requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
    }

    /// The first request, to try the server with.
    byte[] first() {
        return requests.getFirst();
    }
}
