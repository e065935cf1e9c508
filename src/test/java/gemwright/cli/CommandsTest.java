package gemwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Texts;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What holds for every subcommand: its name, its help, its answer to a wrong option.
class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Cli cli =
            new Cli(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(error, true, StandardCharsets.UTF_8));

    @Test
    void eachIsNamedAsListedAndDescribed() {
        Texts texts = Texts.of("gemwright.cli.texts", Locale.ENGLISH);
        Commands.ALL.forEach(
                (name, command) -> {
                    assertEquals(name, new CommandLine(command.get()).getCommandName());
                    assertTrue(texts.has(name + ".usage.description"), name);
                });
    }

    @Test
    void eachOptionIsDescribed() {
        Commands.ALL.forEach(
                (name, command) ->
                        new CommandLine(command.get())
                                .getCommandSpec()
                                .options()
                                .forEach(
                                        option ->
                                                assertEquals(
                                                        1,
                                                        option.description().length,
                                                        name + " " + option.longestName())));
    }

    @Test
    void eachRefusesAnUnknownOptionWithExitTwo() {
        for (String name : Commands.ALL.keySet()) {
            assertEquals(Cli.USAGE, cli.call(name, "--no-such-option"), name);
        }
    }

    @Test
    void versionIsOneJsonDocument() {
        assertEquals(Cli.DONE, cli.call("--version", "--json"));

        assertTrue(text().startsWith("{\"version\":\""), text());
    }

    @Test
    void helpListsEverySubcommand() {
        assertEquals(Cli.DONE, cli.call("help"));

        Commands.ALL.keySet().forEach(name -> assertTrue(text().contains("\n  " + name), name));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
