import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Records an AOT cache (JDK 25) from one walk through the program.
///
/// A cache counts only for the class path and the options that it was recorded with; the folder may
/// move.
final class Recording {
    /// The options of every launcher, but for those that name a folder.
    static final List<String> OPTIONS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-Xss2m",
                    "-Dfile.encoding=UTF-8");

    private Recording() {}

    /// Walks through the program in `home`; where that fails there is no cache, and the program
    /// starts slower.
    ///
    /// @param java the runtime that will use the cache
    /// @param classPath as the launcher gives it
    /// @param home folder with `natives` and `sample-models`
    /// @param walk `small` for subcommands that answer at once, `whole` for the journey and the
    ///   window
    /// @param log takes what the walk prints
    static void record(Path java, String classPath, Path home, Path cache, String walk, Path log)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("gemwright-walk");
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(OPTIONS);
        command.add("-Dgemwright.home=" + home);
        command.add("-Donnxruntime.native.path=" + home.resolve("natives").resolve("onnxruntime"));
        command.add("-Dgemwright.data=" + work.resolve("data"));
        // JavaFX's own platform without a display: the walk opens the window too.
        command.add("-Dglass.platform=Headless");
        command.add("-Dprism.order=sw");
        command.addAll(
                List.of("-cp", classPath, "gemwright.Walk", walk, work.resolve("walk").toString()));
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exit != 0 || !Files.exists(cache)) {
            System.err.println("no AOT cache (see " + log + "): the program starts slower");
        }
        delete(work);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
