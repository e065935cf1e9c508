package gemwright;

import gemwright.base.Problem;
import gemwright.cli.Cli;
import gemwright.ui.App;

import java.util.List;

/// No arguments or files open the window, a subcommand runs headless.
public final class Main {
    private Main() {}

    /// Starts; ends the process with the subcommand's exit code.
    public static void main(String[] arguments) {
        if (Cli.isSubcommand(arguments)) {
            System.exit(Cli.run(arguments));
        }
        try {
            App.open(List.of(arguments));
        } catch (Problem problem) {
            System.exit(Cli.report(problem));
        }
    }
}
