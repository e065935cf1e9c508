package gemwright.cli;

import gemwright.base.Problem;
import gemwright.base.Texts;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gemwright help [TOPIC]`: the list of subcommands, one subcommand's options, or a help page.
@Command(name = "help", resourceBundle = "gemwright.cli.texts")
final class HelpCommand extends Subcommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "TOPIC", descriptionKey = "help.topic")
    private Optional<String> topic = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        if (topic.isEmpty()) {
            overview(console);
            return Cli.DONE;
        }
        String name = topic.get();
        Optional<String> page = page(name, language());
        Optional<Subcommand> command = Commands.find(name);
        if (page.isEmpty() && command.isEmpty()) {
            throw Problem.of("help.unknown", name);
        }
        command.ifPresent(
                found -> console.line(new CommandLine(found).getUsageMessage().stripTrailing()));
        page.ifPresent(text -> console.line(text.stripTrailing()));
        return Cli.DONE;
    }

    private void overview(Console console) {
        Texts texts = texts();
        console.line(texts.of("overview"));
        List<List<String>> rows = new ArrayList<>();
        for (String name : Commands.ALL.keySet()) {
            rows.add(List.of("  " + name, texts.of(name + ".usage.description")));
        }
        console.table(rows);
    }

    private static Optional<String> page(String name, Locale language) {
        if (!name.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        String suffix = language.getLanguage().equals("zh") ? "_zh" : "";
        return read("/gemwright/help/" + name + suffix + ".md")
                .or(() -> read("/gemwright/help/" + name + ".md"));
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = HelpCommand.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
