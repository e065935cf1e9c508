package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.log.LogOptions;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Tls;
import gemwright.serve.model.Breaking;
import gemwright.serve.model.Challenge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

class ServeConfigurationTest {
    private static final Path FILE = Path.of("deploy", "serve.json");

    @ParameterizedTest
    @ValueSource(strings = {"serve-config.md", "serve-config_zh.md"})
    void theHelpShowsTheDefaults(String page) throws Exception {
        String text = help(page);
        String shown = text.substring(text.indexOf("```json") + 7);

        ServeConfiguration read = read(shown.substring(0, shown.indexOf("```")));

        assertEquals(ServeConfiguration.standard(), read);
        assertEquals(ServeConfiguration.standard(), read("{}"));
    }

    @Test
    void readsEverything() throws Exception {
        ServeConfiguration read =
                read(
                        """
                        {"tls": {"certificate": "a.pem", "key": "/k/b.pem"},
                         "cors": ["https://example.org"],
                         "limits": {"bodyMegabytes": 2, "requestsInFlight": 3, "connections": 4},
                         "timeouts": {"requestSeconds": 5, "answerSeconds": 6, "runSeconds": 7,
                                      "drainSeconds": 8},
                         "breaker": {"failures": 9, "pauseSeconds": 10},
                         "challengers": {"m": {"file": "q.onnx", "mode": "split", "share": 0.25}},
                         "log": {"sample": 0.5, "leaveOut": ["a"], "hash": ["b"],
                                 "segmentMegabytes": 11, "segmentMinutes": 12, "parquet": false,
                                 "keepMegabytes": 13, "keepDays": 14}}
                        """);

        Limits.Waits waits =
                new Limits.Waits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(8));
        assertEquals(
                new ServeConfiguration(
                        Optional.of(new Tls(Path.of("deploy", "a.pem"), Path.of("/k/b.pem"))),
                        List.of("https://example.org"),
                        Limits.standard()
                                .withBodyBytes(2 << 20)
                                .withInFlight(3)
                                .withConnections(4)
                                .withWaits(waits),
                        new Breaking(9, Duration.ofSeconds(10)),
                        Map.of(
                                "m",
                                new Challenge(
                                        Path.of("deploy", "q.onnx"), Challenge.Mode.SPLIT, 0.25)),
                        LogOptions.usual()
                                .withSample(0.5)
                                .withPrivacy(Set.of("a"), Set.of("b"))
                                .withSegments(11 << 20, Duration.ofMinutes(12))
                                .withParquet(false)
                                .keeping(
                                        OptionalLong.of(13 << 20),
                                        Optional.of(Duration.ofDays(14)))),
                read);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                read(
                                        "{\"limits\":{\"bodyMegabytes\":0,\"bodies\":1},"
                                                + "\"cors\":\"*\",\"tls\":{\"key\":\"k\"},"
                                                + "\"challengers\":{\"m\":{\"file\":\"f\","
                                                + "\"mode\":\"maybe\"}},\"colour\":1}"));

        assertEquals(
                List.of(
                        "configuration.value deploy/serve.json, tls.certificate",
                        "configuration.value deploy/serve.json, cors",
                        "configuration.value deploy/serve.json, limits.bodyMegabytes",
                        "configuration.unknown deploy/serve.json, limits.bodies",
                        "configuration.value deploy/serve.json, challengers.m.mode",
                        "configuration.unknown deploy/serve.json, colour"),
                refused.parts().stream().map(part -> part.key() + " " + part.where()).toList());
    }

    private static ServeConfiguration read(String json) throws Problem {
        return ServeConfiguration.of(
                FILE, (Map<?, ?>) Objects.requireNonNull(Json.parse(json, "test")));
    }

    private static String help(String page) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        ServeConfigurationTest.class.getResourceAsStream(
                                "/gemwright/help/" + page))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
