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

    /// `FOLDER`: where the walk may write.
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path sample = Home.samples().orElseThrow().resolve("employment");
        Path model = sample.resolve("employment.joblib");
        Path data = sample.resolve("reference.csv");
        List<List<String>> commands =
                List.of(
                        List.of("version", "--json"),
                        List.of("help"),
                        List.of("tour", "-o", folder.toString()),
                        List.of("inspect", model.toString(), "--json"),
                        List.of("inspect", folder.resolve("model.onnx").toString(), "--json"),
                        List.of("scan", model.toString(), "--json"),
                        List.of(
                                "predict",
                                model.toString(),
                                "--data",
                                data.toString(),
                                "-o",
                                folder.resolve("predictions.csv").toString()));
        for (List<String> command : commands) {
            int exit = Cli.run(command.toArray(String[]::new));
            System.out.println(command + " ended with " + exit);
        }
        Rehearsal.of(model);
        System.exit(0);
    }
}
