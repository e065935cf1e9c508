package gemwright.workbench.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AlertsTest {
    @TempDir private Path folder;

    private Alerts read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("alerts.json"), text);
        return new AlertsFile(file, Map.of("HOOK", "https://example.org/secret")::get).read();
    }

    @Test
    void readsRulesAndChannels() throws Exception {
        Alerts alerts =
                read(
                        """
                        {"channels": {"team": {"webhook": "env:HOOK"}, "file": {"log": "a.log"}},
                         "rules": [{"name": "income", "feature": "income", "measure": "psi",
                                    "above": 0.25, "windows": 2, "coolDown": "12h",
                                    "to": ["team", "file"]}]}
                        """);

        Condition income = new Condition(Optional.of("income"), "psi", true, 0.25);
        assertEquals(
                new Alerts(
                        List.of(
                                new Rule(
                                        "income",
                                        List.of(income),
                                        2,
                                        Duration.ofHours(12),
                                        List.of("team", "file"))),
                        Map.of(
                                "team",
                                new Channel.Webhook(URI.create("https://example.org/secret")),
                                "file",
                                new Channel.LogLine(folder.resolve("a.log")))),
                alerts);
    }

    @Test
    void namesEverythingThatCannotBeMeant() {
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                read(
                                        """
                                        {"channels": {"team": {"webhook": "env:NONE"},
                                                      "mail": {"mail": {"host": "example.invalid",
                                                               "tls": false, "from": "a@b.c",
                                                               "to": "x\\r\\nDATA@b.c",
                                                               "user": "u", "password": "p"}}},
                                         "rules": [{"name": "a", "measure": "psi", "above": 1,
                                                    "to": ["nobody"], "colour": "red"}]}
                                        """));

        Path file = folder.resolve("alerts.json");
        assertEquals(
                List.of(
                        file + ", channels, team, webhook",
                        file + ", channels, mail, mail, tls",
                        file + ", channels, mail, mail, to",
                        file + ", rules 1, colour",
                        file + ", rules 1, to",
                        file + ", rules 1, measure"),
                problem.parts().stream().map(Problem.Part::where).toList());
    }

    @Test
    void showsNoPassword() {
        assertEquals("Login[me]", new Channel.Login("me", "secret").toString());
    }
}
