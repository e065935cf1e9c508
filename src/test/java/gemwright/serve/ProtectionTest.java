package gemwright.serve;

import static gemwright.serve.TestEndpoint.at;
import static gemwright.serve.TestEndpoint.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.log.LogFolder;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Tls;
import gemwright.serve.model.Breaking;
import gemwright.serve.model.Challenge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Models that hang, second versions beside models, outcomes, and TLS.
@Timeout(30)
class ProtectionTest {
    private static final Path TLS = Path.of("src/test/resources/gemwright/serve/tls");
    private static final String FOREVER = "{\"inputs\":[[1e12]]}";
    private static final String QUICK = "{\"inputs\":[[3]]}";

    @Test
    void aModelThatHangsIsStoppedLeftAloneAndAskedAgain() throws Exception {
        EndpointOptions options =
                EndpointOptions.local(0)
                        .withLimits(Limits.standard().withRun(Duration.ofMillis(200)))
                        .withBreaking(new Breaking(3, Duration.ofMillis(500)));
        try (TestEndpoint server = TestEndpoint.with(options, "turns")) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                statuses.add(server.post("/predict", FOREVER).statusCode());
            }
            HttpResponse<String> alone = server.post("/predict", QUICK);
            int health = server.get("/health").statusCode();
            boolean broken = server.get("/metrics").body().contains("model_broken{model=\"turns\"");
            HttpResponse<String> again = alone;
            while (again.statusCode() == 503) {
                LockSupport.parkNanos(20_000_000);
                again = server.post("/predict", QUICK);
            }

            assertEquals(List.of(504, 504, 504), statuses);
            assertEquals(503, alone.statusCode());
            assertEquals(Optional.of("1"), alone.headers().firstValue("Retry-After"));
            assertEquals(200, health);
            assertTrue(broken);
            assertEquals(200, again.statusCode(), again.body()); // so no worker is held any more
            assertEquals(3.0, at(json(again), "y", 0));
        }
    }

    @Test
    void aShadowNeverAnswersAndItsAgreementIsCounted() throws Exception {
        try (TestEndpoint server = contest(Challenge.Mode.SHADOW, "opposite")) {
            for (int i = 0; i < 20; i++) {
                assertEquals("1", at(json(ask(server, "r" + i)), "version"));
            }

            assertEquals("20", awaitFigure(server, "rows_total", "20"));
            assertEquals("0", figure(server, "agreed_total"));
        }
    }

    @Test
    void aSplitLetsTheSecondVersionAnswerItsShareOnly() throws Exception {
        try (TestEndpoint server = contest(Challenge.Mode.SPLIT, "clf")) {
            int second = 0;
            for (int i = 0; i < 200; i++) {
                second += at(json(ask(server, "r" + i)), "version").equals("2") ? 1 : 0;
            }

            assertTrue(second > 60 && second < 140, "answered " + second); // 5.6 sigma
            String compared = Integer.toString(second);
            assertEquals(compared, awaitFigure(server, "rows_total", compared));
            assertEquals(compared, figure(server, "agreed_total"));
        }
    }

    @Test
    void aSecondVersionWithOtherInputsIsRefused() {
        Challenge other =
                new Challenge(TestEndpoint.MODELS.resolve("credit.onnx"), Challenge.Mode.SHADOW, 1);
        EndpointOptions options = EndpointOptions.local(0).withChallenges(Map.of("clf", other));

        Problem refused = assertThrows(Problem.class, () -> TestEndpoint.with(options, "clf"));

        assertEquals("serve.challenger.inputs", refused.key());
    }

    @Test
    void outcomesArePostedByIdAndJoined(@TempDir Path folder) throws Exception {
        EndpointOptions options = EndpointOptions.local(0).withLog(folder);
        try (TestEndpoint server = TestEndpoint.with(options, "credit")) {
            String two = "[{\"age\":1,\"income\":2},{\"age\":3,\"income\":4}]";
            post(server, "/predict", "one", "{\"age\":1,\"income\":2}");
            post(server, "/predict", "two", two);

            HttpResponse<String> taken =
                    server.post(
                            "/actuals",
                            "{\"records\":[{\"id\":\"one\",\"actual\":1.5},"
                                    + "{\"id\":\"two\",\"actual\":[2,3]}]}");
            HttpResponse<String> wrong = server.post("/actuals", "{\"id\":\"one\",\"actual\":{}}");

            assertEquals(3L, at(json(taken), "taken"));
            assertEquals(400, wrong.statusCode());
            assertTrue(wrong.body().contains("expected a number, a text, true or false"));
        }

        assertEquals(
                List.of("1.5", "2", "3"),
                LogFolder.open(folder).read(Progress.none()).find("actual").orElseThrow().texts());
    }

    @Test
    void withoutALogThereIsNothingToJoinWith() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            assertEquals(409, server.post("/actuals", "{\"id\":\"a\",\"actual\":1}").statusCode());
        }
    }

    @Test
    void answersOverTls() throws Exception {
        Tls tls = new Tls(TLS.resolve("server.pem"), TLS.resolve("key.pem"));
        try (TestEndpoint server = TestEndpoint.with(EndpointOptions.local(0).withTls(tls), "clf");
                HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(server.at("/predict"))
                                    .POST(BodyPublishers.ofString(body()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertEquals("https", server.at("/").getScheme());
            assertEquals(200, response.statusCode(), response.body());
        }
    }

    @Test
    void refusesAKeyOfAnotherCertificateAndOneInTheOlderForm() {
        assertEquals(
                "serve.tls.otherKey",
                assertThrows(Problem.class, () -> tls("server.pem", "other.pem").context()).key());
        assertEquals(
                "serve.tls.key",
                assertThrows(Problem.class, () -> tls("server.pem", "traditional.pem").context())
                        .key());
        assertEquals(
                "serve.tls.certificate",
                assertThrows(Problem.class, () -> tls("make.sh", "key.pem").context()).key());
    }

    private static Tls tls(String certificate, String key) {
        return new Tls(TLS.resolve(certificate), TLS.resolve(key));
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(TLS.resolve("server.pem"))) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static TestEndpoint contest(Challenge.Mode mode, String second) throws Problem {
        Challenge challenge =
                new Challenge(
                        TestEndpoint.MODELS.resolve(second + ".onnx"),
                        mode,
                        mode == Challenge.Mode.SPLIT ? 0.5 : 1);
        return TestEndpoint.with(
                EndpointOptions.local(0).withChallenges(Map.of("clf", challenge)), "clf");
    }

    private static String body() {
        return "{\"inputs\":[" + TestEndpoint.ROW + "]}";
    }

    private static HttpResponse<String> ask(TestEndpoint server, String id)
            throws IOException, InterruptedException {
        return post(server, "/predict", id, body());
    }

    private static HttpResponse<String> post(
            TestEndpoint server, String path, String id, String body)
            throws IOException, InterruptedException {
        return server.send(
                server.request(path)
                        .header("X-Request-Id", id)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String awaitFigure(TestEndpoint server, String name, String wanted)
            throws IOException, InterruptedException {
        String found = figure(server, name);
        while (!found.equals(wanted)) {
            LockSupport.parkNanos(10_000_000);
            found = figure(server, name);
        }
        return found;
    }

    private static String figure(TestEndpoint server, String name)
            throws IOException, InterruptedException {
        String start = "gemwright_challenger_" + name + "{";
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
