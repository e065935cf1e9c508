package gemwright.ui.serve;

import gemwright.base.Problem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Sends a request as any client would: over HTTP.
///
/// Its connections are kept by one client, whose threads end with the process.
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /// Posts a JSON body and waits for the answer.
    ///
    /// @throws Problem where nobody answers
    Answer post(URI uri, String body) throws Problem {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - start) / 1e6;
            return Answer.of(response.statusCode(), millis, response.body());
        } catch (IOException silent) {
            throw Problem.of(
                            "loadtest.unreachable",
                            uri.toString(),
                            String.valueOf(silent.getMessage()))
                    .causedBy(silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new gemwright.base.Cancelled();
        }
    }
}
