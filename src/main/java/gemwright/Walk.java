package gemwright;

import gemwright.base.Home;
import gemwright.cli.Cli;
import gemwright.ui.Rehearsal;

import java.nio.file.Path;
import java.util.List;

/// Walks once through the program, so that the packager can record which classes a start needs (the
/// AOT cache).
///
/// Not part of the product: nothing calls it but `packaging/Recording.java`.
public final class Walk {
    private Walk() {}

    /// `small FOLDER` for subcommands that answer at once, `whole FOLDER` for the journey and the
    /// window; the folder is where the walk may write.
    public static void main(String[] arguments) {
        boolean whole = arguments[0].equals("whole");
        Path folder = Path.of(arguments[1]);
        Path sample = Home.samples().orElseThrow().resolve("employment");
        Path model = sample.resolve("employment.joblib");
        List<List<String>> commands = whole ? whole(folder) : small(model, sample, folder);
        for (List<String> command : commands) {
            int exit = Cli.run(command.toArray(String[]::new));
            System.out.println(command + " ended with " + exit);
        }
        if (whole) {
            Rehearsal.of(model);
        }
        System.exit(0);
    }

    private static List<List<String>> small(Path model, Path sample, Path folder) {
        String converted = folder.resolve("model.onnx").toString();
        String data = sample.resolve("reference.csv").toString();
        String predictions = folder.resolve("predictions.csv").toString();
        return List.of(
                List.of("version", "--json"),
                List.of("help"),
                List.of("scan", model.toString(), "--json"),
                List.of("inspect", model.toString(), "--json"),
                List.of("convert", model.toString(), "-o", converted),
                List.of("inspect", converted),
                List.of("predict", converted, "--data", data, "-o", predictions));
    }

    private static List<List<String>> whole(Path folder) {
        return List.of(List.of("tour", "-o", folder.toString()));
    }
}
