package gemwright;

import gemwright.cli.Cli;

/// No arguments or files open the window, a subcommand runs headless.
public final class Main {
    private Main() {}

    /// Starts; ends the process with the subcommand's exit code.
    public static void main(String[] arguments) {
        if (Cli.isSubcommand(arguments)) {
            System.exit(Cli.run(arguments));
        }
        // TODO-UI
    }
}
