package gemwright.cli;

import gemwright.base.LogFile;
import gemwright.base.Problem;
import gemwright.base.Texts;

import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.Locale;

/// One subcommand: its options as annotated fields, and what it does.
///
/// Subclasses are package-private, carry `@Command(name, resourceBundle = "gemwright.cli.texts")`
/// and describe each option by a key of that bundle.
abstract class Subcommand {
    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            defaultValue = "en",
            descriptionKey = "option.language")
    private String language = "en";

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
    private int threads;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "option.quiet")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "option.verbose")
    private boolean verbose;

    @SuppressWarnings("UnusedVariable") // picocli reads it: isUsageHelpRequested()
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean help;

    /// Does it: parses what the options hold, calls the flow, prints.
    ///
    /// @return the exit code: [Cli#DONE], or [Cli#NO] where the answer is no
    abstract int run(Console console) throws Problem;

    /// The language asked for; English where none was.
    Locale language() {
        return Locale.forLanguageTag(language);
    }

    /// The texts of the command line in that language.
    Texts texts() {
        return Texts.of("gemwright.cli.texts", language());
    }

    Console console(PrintStream out, PrintStream error) {
        if (threads > 0) {
            System.setProperty("gemwright.threads", Integer.toString(threads));
        }
        if (verbose) {
            LogFile.verbose();
        }
        return new Console(out, error, json, quiet, texts());
    }
}
