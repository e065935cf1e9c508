package gemwright.workbench.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import gemwright.base.Progress;
import gemwright.drift.Decision;
import gemwright.drift.DriftReport;
import gemwright.drift.Rules;
import gemwright.workbench.alert.Watch.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class WatchTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir private Path folder;

    private static Measured confidence(double value) {
        DriftReport report =
                new DriftReport(
                        Rules.RECOMMENDED,
                        false,
                        0,
                        100,
                        50,
                        Decision.NONE,
                        List.of(),
                        List.of(),
                        Optional.empty());
        return new Measured(report, Map.of("confidence", value));
    }

    private Watch watch(String channel, String more, boolean dryRun, Instant now) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("alerts.json"),
                        "{\"channels\":{\"c\":"
                                + channel
                                + "},\"rules\":[{\"name\":\"unsure\",\"measure\":\"confidence\","
                                + "\"below\":0.7,\"to\":\"c\""
                                + more
                                + "}]}");
        return Watch.by(file, dryRun, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Watch.Result judge(Watch watch, double confidence) throws Exception {
        return watch.judge(Optional.of(NOON), confidence(confidence), Progress.none()).getFirst();
    }

    @Test
    void firesAfterThatManyWindowsInARow() throws Exception {
        Watch watch = watch("{\"log\":\"a.log\"}", ",\"windows\":2", false, NOON);

        List<State> states = new ArrayList<>();
        for (double confidence : new double[] {0.6, 0.9, 0.6, 0.5}) {
            states.add(judge(watch, confidence).state());
        }

        assertEquals(List.of(State.QUIET, State.QUIET, State.QUIET, State.FIRED), states);
        assertEquals(1, Files.readAllLines(folder.resolve("a.log")).size());
    }

    @Test
    void coolsDownAlsoInAnotherProcess() throws Exception {
        String log = "{\"log\":\"a.log\"}";
        String cool = ",\"coolDown\":\"1h\"";
        judge(watch(log, cool, false, NOON), 0.5);

        State soon = judge(watch(log, cool, false, NOON.plusSeconds(3599)), 0.5).state();
        State later = judge(watch(log, cool, false, NOON.plusSeconds(3600)), 0.5).state();

        assertEquals(List.of(State.COOLING, State.FIRED), List.of(soon, later));
        assertEquals(2, Files.readAllLines(folder.resolve("a.log")).size());
    }

    @Test
    void dryRunTellsNobodyAndRemembersNothing() throws Exception {
        Watch watch = watch("{\"log\":\"a.log\"}", "", true, NOON);

        Watch.Result result = judge(watch, 0.5);

        assertEquals(new Watch.Result("unsure", State.FIRED, List.of("c"), List.of()), result);
        assertFalse(Files.exists(folder.resolve("a.log")));
        assertFalse(Files.exists(folder.resolve("alerts.json.state")));
    }

    @Test
    void saysThatAWindowLacksTheFigure() throws Exception {
        Watch watch = watch("{\"log\":\"a.log\"}", "", false, NOON);
        Measured without = new Measured(confidence(1).report(), Map.of());

        Watch.Result result = watch.judge(Optional.empty(), without, Progress.none()).getFirst();

        assertEquals(State.NOT_JUDGED, result.state());
    }

    @Test
    void postsWhatSlackTakes() throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    byte[] sent = exchange.getRequestBody().readAllBytes();
                    body.complete(new String(sent, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String hook = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";

            Watch.Result result =
                    judge(watch("{\"webhook\":\"" + hook + "\"}", "", false, NOON), 0.5);

            assertEquals(List.of("c"), result.sent());
            assertEquals(
                    "{\"text\":\"Gemwright: unsure: confidence < 0.7 (0.5), window from"
                            + " 2026-01-01T12:00:00Z\"}",
                    body.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void tellsNoAddressWhereAHookDoesNotAnswer() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String hook = "{\"webhook\":\"http://127.0.0.1:" + free + "/secret\"}";

        Watch.Result result = judge(watch(hook, ",\"coolDown\":\"1h\"", false, NOON), 0.5);

        assertEquals(List.of(), result.sent());
        assertFalse(result.failed().toString().contains("secret"), result::toString);
        assertFalse(Files.exists(folder.resolve("alerts.json.state")), "tried again next time");
    }

    @Test
    void mailsThroughSmtp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> heard =
                    CompletableFuture.supplyAsync(() -> converse(server));
            String mail =
                    "{\"mail\":{\"host\":\"127.0.0.1\",\"port\":"
                            + server.getLocalPort()
                            + ",\"tls\":false,\"from\":\"a@example.org\",\"to\":\"b@example.org\","
                            + "\"user\":\"me\",\"password\":\"pass\"}}";

            Watch.Result result = judge(watch(mail, "", false, NOON), 0.5);

            assertEquals(List.of("c"), result.sent());
            List<String> lines = heard.get();
            assertEquals(
                    List.of(
                            "EHLO localhost",
                            "AUTH PLAIN AG1lAHBhc3M=",
                            "MAIL FROM:<a@example.org>",
                            "RCPT TO:<b@example.org>",
                            "DATA"),
                    lines.subList(0, 5));
            assertTrue(lines.contains("To: <b@example.org>"), lines::toString);
            assertEquals("QUIT", lines.getLast());
        }
    }

    /// A server that takes everything; what it heard.
    private static List<String> converse(ServerSocket server) {
        List<String> heard = new ArrayList<>();
        try (Socket socket = server.accept()) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            answer(out, "220-hello\r\n220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (data && !line.equals(".")) {
                    continue;
                }
                data = line.equals("DATA");
                answer(out, data ? "354 go on" : "250 ok");
            }
        } catch (IOException ended) {
            heard.add(String.valueOf(ended.getMessage()));
        }
        return heard;
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
