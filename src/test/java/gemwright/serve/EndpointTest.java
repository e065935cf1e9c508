package gemwright.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.serve.http.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What holds for every request: limits, identity, access, the log, and another model in its place.
class EndpointTest {
    private static final String BODY = "{\"inputs\":[" + TestEndpoint.ROW + "]}";

    @Test
    void refusesABodyBeyondTheLimitByItsLength() throws Exception {
        try (TestEndpoint server = limited(Limits.standard().withBodyBytes(1_000))) {
            HttpResponse<String> response = server.post("/predict", "x".repeat(1_001));

            assertEquals(413, response.statusCode());
            assertEquals(
                    Map.of("error", "the body is larger than 1000 bytes"),
                    TestEndpoint.json(response));
            assertEquals(200, server.post("/predict", BODY).statusCode());
        }
    }

    @Test
    void refusesABodyBeyondTheLimitWhileReading() throws Exception {
        try (TestEndpoint server = limited(Limits.standard().withBodyBytes(100_000))) {
            List<byte[]> chunks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                chunks.add(new byte[10_000]);
            }

            HttpResponse<String> response =
                    server.send(
                            server.request("/predict").POST(BodyPublishers.ofByteArrays(chunks)));

            assertEquals(413, response.statusCode());
        }
    }

    @Test
    void refusesASmallBodyThatUnpacksToALargeOne() throws Exception {
        try (TestEndpoint server = limited(Limits.standard().withBodyBytes(100_000))) {
            byte[] packed = gzip(" ".repeat(1_000_000));

            HttpResponse<String> response =
                    server.send(
                            server.request("/predict")
                                    .header("Content-Encoding", "gzip")
                                    .POST(BodyPublishers.ofByteArray(packed)));

            assertEquals(413, response.statusCode());
        }
    }

    @Test
    void unpacksBodies() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            HttpResponse<String> response =
                    server.send(
                            server.request("/predict")
                                    .header("Content-Encoding", "gzip")
                                    .POST(BodyPublishers.ofByteArray(gzip(BODY))));
            HttpResponse<String> damaged =
                    server.send(
                            server.request("/predict")
                                    .header("Content-Encoding", "gzip")
                                    .POST(BodyPublishers.ofString(BODY)));

            assertEquals(200, response.statusCode(), response.body());
            assertEquals(400, damaged.statusCode());
            assertEquals(
                    Map.of("error", "the body is not valid gzip data"), TestEndpoint.json(damaged));
        }
    }

    @Test
    void packsLongAnswersForThoseWhoTakeThem() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            HttpResponse<byte[]> response =
                    server.client()
                            .send(
                                    server.request("/openapi.json")
                                            .header("Accept-Encoding", "gzip, deflate")
                                            .build(),
                                    BodyHandlers.ofByteArray());

            assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse(""));
            byte[] plain =
                    new GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))
                            .readAllBytes();
            Object document = Json.parse(new String(plain, StandardCharsets.UTF_8), "openapi");
            assertTrue(document instanceof Map<?, ?> map && map.containsKey("paths"));
        }
    }

    @Test
    void saysWhichMethodsAPathTakes() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            HttpResponse<String> response = server.get("/predict");

            assertEquals(405, response.statusCode());
            assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
            assertEquals(404, server.get("/nope").statusCode());
        }
    }

    @Test
    void echoesTheRequestsIdOrMakesOne() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            HttpResponse<String> given =
                    server.send(
                            server.request("/predict")
                                    .header("X-Request-Id", "order-17")
                                    .POST(BodyPublishers.ofString(BODY)));
            HttpResponse<String> made = server.post("/predict", BODY);

            assertEquals("order-17", given.headers().firstValue("X-Request-Id").orElse(""));
            assertTrue(
                    made.headers().firstValue("X-Request-Id").orElse("").matches("[0-9a-f]{24}"));
        }
    }

    @Test
    void answersOnlyThoseWithTheToken() throws Exception {
        EndpointOptions options =
                EndpointOptions.local(0)
                        .withToken(InetAddress.getLoopbackAddress(), "correct-horse-battery");
        try (TestEndpoint server = TestEndpoint.with(options, "clf")) {
            assertEquals(401, server.post("/predict", BODY).statusCode());
            assertEquals(401, withHeader(server, "Authorization", "Bearer wrong").statusCode());
            assertEquals(
                    200,
                    withHeader(server, "Authorization", "Bearer correct-horse-battery")
                            .statusCode());
            assertEquals(
                    200, withHeader(server, "X-API-Key", "correct-horse-battery").statusCode());
            assertEquals(200, server.get("/v2/health/ready").statusCode());
            assertEquals(401, server.get("/metrics").statusCode());
        }
    }

    @Test
    void refusesForeignWebPages() throws Exception {
        EndpointOptions options =
                EndpointOptions.local(0).withOrigins(List.of("https://known.example"));
        try (TestEndpoint server = TestEndpoint.with(options, "clf")) {
            String own = server.endpoint().url().toString();
            HttpResponse<String> known = withHeader(server, "Origin", "https://known.example");

            assertEquals(403, withHeader(server, "Origin", "https://evil.example").statusCode());
            assertEquals(200, withHeader(server, "Origin", own).statusCode());
            assertEquals(200, known.statusCode());
            assertEquals(
                    "https://known.example",
                    known.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        }
    }

    @Test
    void namesTheProcessThatHasThePortAndAFreeOne() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            int port = server.endpoint().url().getPort();

            Problem problem =
                    assertThrows(
                            Problem.class,
                            () -> TestEndpoint.with(EndpointOptions.local(port), "clf"));

            String line = problem.render(Texts.problems(Locale.ENGLISH)).getFirst();
            assertTrue(line.startsWith("port " + port + " is in use"), line);
            if (Files.isReadable(Path.of("/proc/net/tcp"))) {
                assertTrue(line.contains("(process " + ProcessHandle.current().pid() + ")"), line);
            }
            assertTrue(line.matches(".*--port [0-9]+, the next free one$"), line);
        }
    }

    @Test
    void turnsAwayWhatIsTooMuchWithoutServingItLater() throws Exception {
        Gate gate = new Gate(2);
        gate.enter();
        gate.enter();

        var refusal = assertThrows(gemwright.serve.http.Refusal.class, gate::enter);
        gate.leave();
        gate.enter();

        assertEquals(503, refusal.status());
        assertEquals("1", refusal.response().headers().get("Retry-After"));
        assertEquals(1, gate.turnedAway());
    }

    @Test
    void writesALineForEachPrediction(@TempDir Path folder) throws Exception {
        Set<String> asked = new TreeSet<>();
        EndpointOptions options = EndpointOptions.local(0).withLog(folder);
        try (TestEndpoint server = TestEndpoint.with(options, "credit")) {
            for (int i = 0; i < 50; i++) {
                String id = "request-" + i;
                asked.add(id);
                server.send(
                        server.request("/predict")
                                .header("X-Request-Id", id)
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"age\":"
                                                        + i
                                                        + ".1,\"income\":null}"
                                                                .replace("null", "" + i))));
            }
            server.post("/predict", "{\"age\":\"no\"}");
            server.post("/predict", "[{\"age\":1,\"income\":2},{\"age\":null,\"income\":4}]");
        }

        List<Map<?, ?>> lines = lines(folder.resolve("credit").resolve("1"));
        Set<String> logged = new TreeSet<>();
        lines.stream().map(line -> String.valueOf(line.get("id"))).forEach(logged::add);
        assertEquals(52, lines.size());
        assertTrue(logged.containsAll(asked));
        Map<?, ?> line =
                lines.stream()
                        .filter(l -> "request-7".equals(l.get("id")))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Map.of("age", 7.1, "income", 7.0), line.get("in"));
        assertEquals(200L, line.get("status"));
    }

    @Test
    void anotherModelTakesItsPlaceWithoutAFailedRequest(@TempDir Path folder) throws Exception {
        EndpointOptions options = EndpointOptions.local(0).withLog(folder);
        AtomicInteger asked = new AtomicInteger();
        Set<String> seen = new ConcurrentSkipListSet<>();
        Set<String> failures = new ConcurrentSkipListSet<>();
        try (TestEndpoint server = TestEndpoint.with(options, "clf")) {
            CountDownLatch swapped = new CountDownLatch(1);
            Semaphore answered = new Semaphore(0);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clients.add(
                        Thread.ofVirtual()
                                .start(
                                        () ->
                                                askUntil(
                                                        swapped, answered, server, asked, seen,
                                                        failures)));
            }
            for (int swap = 0; swap < 10; swap++) {
                // each version answers at least twice for each client before the next comes
                answered.drainPermits();
                answered.acquire(16);
                String next = swap % 2 == 0 ? "opposite" : "clf";
                server.endpoint().swap("clf", TestEndpoint.MODELS.resolve(next + ".onnx"));
            }
            swapped.countDown();
            for (Thread client : clients) {
                client.join();
            }
        }

        assertEquals(Set.of(), failures);
        // each version gives its own answer, never that of another
        assertTrue(
                Set.of("1:0", "2:1", "3:0", "4:1").stream().allMatch(seen::contains),
                seen::toString);
        assertTrue(
                seen.stream().noneMatch(s -> s.matches("[0-9]*[13579]:1|[0-9]*[02468]:0")),
                seen::toString);
        int logged = 0;
        for (int version = 1; version <= 11; version++) {
            logged += lines(folder.resolve("clf").resolve("" + version)).size();
        }
        assertEquals(asked.get(), logged);
    }

    private static void askUntil(
            CountDownLatch end,
            Semaphore answered,
            TestEndpoint server,
            AtomicInteger asked,
            Set<String> seen,
            Set<String> failures) {
        try {
            while (end.getCount() > 0) {
                HttpResponse<String> response = server.post("/predict", BODY);
                asked.incrementAndGet();
                answered.release();
                if (response.statusCode() != 200) {
                    failures.add(response.body());
                }
                Object answer = TestEndpoint.json(response);
                seen.add(
                        TestEndpoint.at(answer, "version")
                                + ":"
                                + TestEndpoint.at(answer, "label", 0));
            }
        } catch (IOException | InterruptedException | Problem failed) {
            failures.add(failed.toString());
        }
    }

    @Test
    void aFileThatCannotBeLoadedLeavesTheOldVersionInService(@TempDir Path folder)
            throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            assertThrows(Problem.class, () -> server.endpoint().swap("clf", broken));

            assertEquals(200, server.post("/predict", BODY).statusCode());
        }
    }

    @Test
    void givesItsFiguresToPrometheusWithoutLabelsOfClients() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            server.post("/predict", BODY);
            server.post("/predict", "{}");
            server.post("/predict/made-up-name", BODY);
            server.get("/made-up-path");

            String text = server.get("/metrics").body();

            assertTrue(
                    text.contains(
                            "gemwright_requests_total{route=\"/predict\",status=\"200\"} 1\n"),
                    text);
            assertTrue(
                    text.contains("gemwright_prediction_seconds_count{model=\"clf\"} 1\n"), text);
            assertTrue(
                    text.contains(
                            "gemwright_model_requests_total{model=\"clf\",version=\"1\","
                                    + "outcome=\"failure\"} 1\n"),
                    text);
            assertTrue(!text.contains("made-up"), text);
        }
    }

    @Test
    void describesEachModelByItsFeatures() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("credit")) {
            String document = server.get("/openapi.json").body();

            assertTrue(document.contains("\"required\":[\"age\",\"income\"]"), document);
            assertTrue(document.contains("\"example\":{\"age\":0.0,\"income\":0.0}"), document);
            assertEquals(200, server.get("/").statusCode());
        }
    }

    @Test
    void survivesWhatIsNotHttp() throws Exception {
        try (TestEndpoint server = TestEndpoint.of("clf")) {
            for (String rubbish :
                    List.of("\r\n\r\n", "GET\r\n\r\n", "\u0016\u0003\u0001 x\r\n\r\n")) {
                try (Socket socket =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                server.endpoint().url().getPort())) {
                    socket.getOutputStream().write(rubbish.getBytes(StandardCharsets.ISO_8859_1));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }
            }

            assertEquals(200, server.post("/predict", BODY).statusCode());
        }
    }

    private static TestEndpoint limited(Limits limits) throws Problem {
        return TestEndpoint.with(EndpointOptions.local(0).withLimits(limits), "clf");
    }

    private static HttpResponse<String> withHeader(TestEndpoint server, String name, String value)
            throws IOException, InterruptedException {
        return server.send(
                server.request("/predict").header(name, value).POST(BodyPublishers.ofString(BODY)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// The records of all segments of a log, without their schema lines.
    private static List<Map<?, ?>> lines(Path log) throws IOException, Problem {
        List<Map<?, ?>> lines = new ArrayList<>();
        if (!Files.isDirectory(log)) {
            return lines;
        }
        try (Stream<Path> segments = Files.list(log)) {
            for (Path segment : segments.sorted().toList()) {
                for (String line : Files.readAllLines(segment)) {
                    if (Json.parse(line, segment.toString()) instanceof Map<?, ?> record
                            && record.containsKey("id")) {
                        lines.add(record);
                    }
                }
            }
        }
        return lines;
    }
}
