package gemwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.serve.http.HttpListener;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The contract of `loadtest`: its document, its exit codes.
class LoadTestCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Cli cli =
            new Cli(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(error, true, StandardCharsets.UTF_8));

    @Test
    void answersWithOneDocumentAndZeroWhereEveryRuleIsKept(@TempDir Path folder) throws Exception {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "age,city\n37,Köln\n41,Bonn\n");
        Path hgrm = folder.resolve("latency.hgrm");
        try (HttpListener server = server()) {
            int exit = call(server, rows, "p99<5s,errors<0.1%,rps>1", "--hgrm", hgrm.toString());

            assertEquals(Cli.DONE, exit, error::toString);
            Map<?, ?> document = document();
            assertTrue(
                    document.keySet()
                            .containsAll(
                                    Set.of("requests", "errors", "rps", "latencyMs", "serviceMs")));
            assertEquals(0L, document.get("errors"));
            assertTrue(document.get("slo") instanceof List<?> slo && slo.size() == 3);
            assertTrue(Files.readString(hgrm).contains("#[Max"));
        }
    }

    @Test
    void endsWithOneWhereARuleIsMissed(@TempDir Path folder) throws Exception {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "age\n37\n");
        try (HttpListener server = server()) {
            assertEquals(Cli.NO, call(server, rows, "rps>1000000"));
        }
    }

    @Test
    void refusesWhatIsNoRuleAsWrongUsage() {
        assertEquals(Cli.USAGE, cli.call("loadtest", "http://127.0.0.1:1", "--slo", "p98<1ms"));
        assertTrue(error.toString(StandardCharsets.UTF_8).contains("is not a rule (p98<1ms)"));
    }

    @Test
    void namesAServerThatDoesNotAnswer() throws Exception {
        String url;
        try (HttpListener server = server()) {
            url = "http://127.0.0.1:" + server.address().getPort();
        }

        assertEquals(Cli.BAD_INPUT, cli.call("loadtest", url, "--seconds", "1"));
        assertTrue(error.toString(StandardCharsets.UTF_8).startsWith("error: no answer from"));
    }

    private int call(HttpListener server, Path rows, String rules, String... more) {
        List<String> arguments =
                new java.util.ArrayList<>(
                        List.of(
                                "loadtest",
                                "http://127.0.0.1:" + server.address().getPort(),
                                "--data",
                                rows.toString(),
                                "--connections",
                                "2",
                                "--rate",
                                "100",
                                "--seconds",
                                "0.3",
                                "--warm-up",
                                "0.1",
                                "--json",
                                "--slo",
                                rules));
        arguments.addAll(List.of(more));
        return cli.call(arguments.toArray(String[]::new));
    }

    private Map<?, ?> document() throws Problem {
        return Json.parse(out.toString(StandardCharsets.UTF_8), "the answer")
                        instanceof Map<?, ?> map
                ? map
                : Map.of();
    }

    private static HttpListener server() throws Problem {
        return HttpListener.start(
                InetAddress.getLoopbackAddress(),
                0,
                Limits.standard().withDrain(Duration.ZERO),
                request ->
                        request.path().equals("/predict")
                                ? Response.json(200, Map.of("label", 1))
                                : Response.error(404, "nothing here"));
    }
}
