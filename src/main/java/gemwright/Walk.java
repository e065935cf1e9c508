package gemwright;

import gemwright.cli.Cli;

import java.nio.file.Path;
import java.util.List;

/// Walks once through the program, so that the packager can record which classes a start needs (the
/// AOT cache).
///
/// Not part of the product: nothing calls it but `packaging/Assemble.java`.
public final class Walk {
    private Walk() {}

    /// `FOLDER`: where the walk may write.
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        for (List<String> command : commands(folder)) {
            int exit = Cli.run(command.toArray(String[]::new));
            System.out.println(command + " ended with " + exit);
        }
        System.exit(0);
    }

    private static List<List<String>> commands(Path folder) {
        return List.of(
                List.of("version", "--json"), List.of("help"), List.of("help", folder.toString()));
    }
}
