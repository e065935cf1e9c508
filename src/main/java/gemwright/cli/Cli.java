package gemwright.cli;

import gemwright.base.Cancelled;
import gemwright.base.Json;
import gemwright.base.LogFile;
import gemwright.base.Problem;
import gemwright.base.Texts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs one subcommand and turns whatever happens into an exit code: 0 done, 1 the answer is no, 2
/// wrong usage, 3 bad input, 4 a defect of ours.
public final class Cli {
    static final int DONE = 0;
    static final int NO = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int DEFECT = 4;
    private static final int INTERRUPTED = 130;

    private static final Logger LOG = Logger.getLogger(Cli.class.getName());

    private final PrintStream out;
    private final PrintStream error;

    /// A command line that prints on these streams.
    public Cli(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    /// Whether the arguments ask for a subcommand (or `--help`, `--version`) rather than for the
    /// window.
    public static boolean isSubcommand(String[] arguments) {
        return arguments.length > 0
                && (arguments[0].startsWith("-") || Commands.find(arguments[0]).isPresent());
    }

    /// The process's own streams, in UTF-8 whatever the system's code page.
    public static int run(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out),
                        false,
                        StandardCharsets.UTF_8);
        PrintStream error =
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.err),
                        true,
                        StandardCharsets.UTF_8);
        try {
            return new Cli(out, error).call(arguments);
        } finally {
            out.flush();
        }
    }

    /// Prints a problem on the process's own standard error and gives its exit code; for a window
    /// that cannot open.
    public static int report(Problem problem) {
        PrintStream error =
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.err),
                        true,
                        StandardCharsets.UTF_8);
        for (String line : problem.render(Texts.problems(Locale.ENGLISH))) {
            error.println("error: " + Console.printable(line));
        }
        return BAD_INPUT;
    }

    /// Runs the subcommand and gives its exit code; never throws.
    public int call(String... arguments) {
        LogFile.open();
        String name =
                switch (arguments[0]) {
                    case "--version", "-V" -> "version";
                    case "--help", "-h" -> "help";
                    default -> arguments[0];
                };
        Optional<Subcommand> command = Commands.find(name);
        if (command.isEmpty()) {
            error.println(
                    "error: "
                            + Texts.of("gemwright.cli.texts", Locale.ENGLISH).of("unknown", name));
            return USAGE;
        }
        return call(command.get(), Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private int call(Subcommand command, String[] arguments) {
        CommandLine parser = new CommandLine(command);
        parser.setCaseInsensitiveEnumValuesAllowed(true);
        parser.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        try {
            parser.parseArgs(arguments);
        } catch (CommandLine.ParameterException wrong) {
            error.println("error: " + wrong.getMessage());
            error.println(command.texts().of("usage.see", parser.getCommandName()));
            return USAGE;
        }
        if (parser.isUsageHelpRequested()) {
            parser.usage(out);
            return DONE;
        }
        return guarded(command);
    }

    private int guarded(Subcommand command) {
        Console console = command.console(out, error);
        try {
            return command.run(console);
        } catch (Problem problem) {
            console.clearProgress();
            report(problem, command.texts(), console.json());
            return BAD_INPUT;
        } catch (Usage wrong) {
            console.clearProgress();
            error.println("error: " + wrong.getMessage());
            return USAGE;
        } catch (Cancelled stopped) {
            console.clearProgress();
            return INTERRUPTED;
        } catch (RuntimeException | Error defect) {
            console.clearProgress();
            LOG.log(Level.SEVERE, "a defect of ours", defect);
            error.println(
                    "error: "
                            + command.texts()
                                    .of(
                                            "defect",
                                            defect.getClass().getSimpleName(),
                                            LogFile.path()));
            return DEFECT;
        }
    }

    private void report(Problem problem, Texts cliTexts, boolean json) {
        LOG.log(Level.FINE, "refused", problem);
        Texts texts = Texts.problems(cliTexts.locale());
        for (String line : problem.render(texts)) {
            error.println("error: " + Console.printable(line));
        }
        if (json) {
            out.println(Json.write(asJson(problem, texts)));
        }
    }

    /// The contract's `{"error": …}` document.
    static Map<String, @Nullable Object> asJson(Problem problem, Texts texts) {
        List<Problem.Part> parts = problem.parts();
        Problem.Part first = parts.getFirst();
        return Json.object(
                "error",
                Json.object(
                        "what",
                        first.what(texts),
                        "where",
                        first.where(),
                        "todo",
                        first.todo(texts),
                        "parts",
                        parts.stream()
                                .map(
                                        part ->
                                                Json.object(
                                                        "where", part.where(),
                                                        "what", part.what(texts),
                                                        "todo", part.todo(texts),
                                                        "count", part.count()))
                                .toList()));
    }
}
