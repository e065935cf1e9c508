package gemwright.serve;

import gemwright.serve.http.Request;
import gemwright.serve.http.Response;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A request that was answered a moment ago.
///
/// @param model that it was for; empty where it was for none
/// @param millis from its first byte to its answer
/// @param asked its body as text, at most 4 KB of it; empty where bodies are not kept
/// @param answered the answer's body likewise
public record Recent(
        String id,
        Instant at,
        String path,
        int status,
        double millis,
        Optional<String> model,
        String asked,
        String answered) {
    private static final int KEPT = 1_000;
    private static final int SHOWN_BYTES = 4_096;

    /// The last thousand, in memory only; a ring without locks.
    static final class Ring {
        private final AtomicReferenceArray<Optional<Recent>> ring =
                new AtomicReferenceArray<>(KEPT);
        private final AtomicLong next = new AtomicLong();
        private final boolean keepsBodies;

        Ring(boolean keepsBodies) {
            this.keepsBodies = keepsBodies;
            for (int i = 0; i < KEPT; i++) {
                ring.set(i, Optional.empty());
            }
        }

        void add(Request request, Response response, Optional<String> model, long nanos) {
            Recent recent =
                    new Recent(
                            request.id(),
                            Instant.now(),
                            request.path(),
                            response.status(),
                            nanos / 1e6,
                            model,
                            keepsBodies ? request.bodyRead().map(Recent::text).orElse("") : "",
                            keepsBodies ? text(response) : "");
            ring.set((int) (next.getAndIncrement() % KEPT), Optional.of(recent));
        }

        /// Newest first.
        List<Recent> list() {
            List<Recent> list = new ArrayList<>();
            long newest = next.get() - 1;
            for (long i = newest; i >= 0 && i > newest - KEPT; i--) {
                ring.get((int) (i % KEPT)).ifPresent(list::add);
            }
            return list;
        }
    }

    private static boolean isBinary(Response response) {
        return response.contentType().startsWith("application/octet-stream")
                || response.contentType().startsWith("application/grpc");
    }

    private static String text(Response response) {
        return isBinary(response)
                ? "(" + response.body().length + " bytes)"
                : text(response.body());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, SHOWN_BYTES), StandardCharsets.UTF_8);
    }
}
