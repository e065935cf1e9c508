package gemwright.ui.serve;

import gemwright.serve.Endpoint;
import gemwright.serve.model.Served;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/// A server that this window started.
///
/// @param served the model in service, with what it takes and gives
/// @param example a request that it takes, as JSON
record Started(Endpoint endpoint, Served served, Form form, String example, Instant since) {
    /// The file in service.
    Path file() {
        return served.file();
    }

    /// Where predictions are asked for.
    URI predict() {
        return endpoint.url().resolve("/predict");
    }

    /// Where it says what it takes.
    URI description() {
        return endpoint.url().resolve("/openapi.json");
    }

    /// Its port.
    int port() {
        return endpoint.url().getPort();
    }
}
