package gemwright.serve;

import static gemwright.serve.TestEndpoint.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Child;
import gemwright.base.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// `gemwright serve` as a process of its own: what it prints, how slow clients fare, how it ends.
@Timeout(60)
class ServeProcessTest {
    private static final String BODY = "{\"inputs\":[" + TestEndpoint.ROW + "]}";

    @TempDir private Path folder;
    private @Nullable Process process;

    @AfterEach
    void end() {
        running().destroyForcibly();
    }

    @Test
    void printsOneLineWhenItIsReady() throws Exception {
        String line = start(List.of(), "--log", "off");

        assertTrue(line.matches("Serving clf at http://127\\.0\\.0\\.1:[0-9]+"), line);
    }

    @Test
    void printsOneDocumentInJson() throws Exception {
        Object document =
                Objects.requireNonNull(
                        Json.parse(start(List.of(), "--log", "off", "--json"), "the line"));

        assertTrue(at(document, "url").toString().startsWith("http://127.0.0.1:"));
        assertEquals("clf", at(document, "models", 0, "name"));
    }

    @Test
    void answersWhatHadBegunBeforeTheSignalAndEndsWithZero() throws Exception {
        URI url = url(start(List.of(), "--log", folder.resolve("log").toString()));
        try (Socket half = connect(url)) {
            write(
                    half,
                    "POST /predict HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                            + BODY.length()
                            + "\r\n\r\n"
                            + BODY.substring(0, 10));
            awaitOpenRequest(url);

            running().destroy();
            awaitRefusal(url);
            write(half, BODY.substring(10));

            String answer =
                    new String(half.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(running().waitFor(10, TimeUnit.SECONDS));
            assertEquals(0, running().exitValue());
        }
    }

    @Test
    void cutsAClientThatNeverFinishes() throws Exception {
        URI url = url(start(List.of("-Dsun.net.httpserver.maxReqTime=1"), "--log", "off"));
        try (Socket slow = connect(url)) {
            write(slow, "POST /predict HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n");

            assertEquals(0, slow.getInputStream().readAllBytes().length);
        } catch (java.net.SocketException reset) {
            // a reset is a cut as well
        }
    }

    /// A limit on the size of files stops the log as a full disk does. It is set on the running
    /// process: before that, ONNX Runtime's library has to be unpacked.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskStopsTheLogAndNotThePredictions() throws Exception {
        URI url = url(start(List.of(), "--log", folder.resolve("log").toString()));
        assertTrue(predict(url).startsWith("HTTP/1.1 200"));
        assertTrue(get(url, "/health").contains("\"log\":\"ok\""));

        limitFiles("4096");
        while (!get(url, "/health").contains("\"log\":\"failing\"")) {
            String answer = predict(url);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }

        assertTrue(get(url, "/metrics").contains("gemwright_log_failing 1\n"));
        String answer = predict(url);
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);

        limitFiles("unlimited");
        while (!get(url, "/health").contains("\"log\":\"ok\"")) {
            assertTrue(predict(url).startsWith("HTTP/1.1 200"));
        }
    }

    private void limitFiles(String bytes) throws Exception {
        Process limit =
                new ProcessBuilder(
                                "prlimit",
                                "--pid",
                                Long.toString(running().pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start();
        assertEquals(0, limit.waitFor());
    }

    private String start(List<String> options, String... arguments) throws IOException {
        List<String> jvm = new ArrayList<>(options);
        jvm.add("-Dgemwright.data=" + folder);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "serve",
                                TestEndpoint.MODELS.resolve("clf.onnx").toString(),
                                "--port",
                                "0"));
        all.addAll(List.of(arguments));
        Process started =
                new ProcessBuilder(Child.java(jvm, "gemwright.Main", all))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process = started;
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(out.readLine());
    }

    private Process running() {
        return Objects.requireNonNull(process);
    }

    private static URI url(String line) {
        return URI.create(line.substring(line.indexOf("http://")));
    }

    private static Socket connect(URI url) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), url.getPort());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String get(URI url, String path) throws IOException {
        return exchange(url, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    private static String predict(URI url) throws IOException {
        return exchange(
                url,
                "POST /predict HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                        + BODY.length()
                        + "\r\n\r\n"
                        + BODY);
    }

    private static String exchange(URI url, String request) throws IOException {
        try (Socket socket = connect(url)) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Until the half-sent request has reached its handler.
    private static void awaitOpenRequest(URI url) throws IOException {
        String metrics = "";
        while (!metrics.contains("gemwright_requests_open 2\n")) {
            metrics = get(url, "/metrics");
        }
    }

    /// Until no new connection is taken.
    private static void awaitRefusal(URI url) {
        try {
            while (true) {
                connect(url).close();
            }
        } catch (IOException refused) {
            // now it is closing
        }
    }
}
