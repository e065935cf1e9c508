package gemwright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program as a user starts it: `target/gemwright/bin/gemwright`, in a process of its
/// own.
class LauncherIT {
    private static final Path LAUNCHER = Path.of("target/gemwright/bin/gemwright").toAbsolutePath();

    @TempDir private Path folder;

    @Test
    void answersWhateverJavaIsOnThePath() throws Exception {
        Ended ended =
                launch(
                        Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", "/nowhere"),
                        "version",
                        "--json");

        assertEquals(0, ended.exit(), ended::error);
        assertEquals("", ended.error());
        assertTrue(Json.parse(ended.out(), "answer") instanceof Map<?, ?>);
    }

    @Test
    void startsThroughALinkAndFromAnyFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("gw"), LAUNCHER);

        Ended ended = launch(link, Map.of(), List.of("version"));

        assertEquals(0, ended.exit(), ended::error);
    }

    @Test
    void aSubcommandLoadsNoJavaFx() throws Exception {
        Path log = folder.resolve("classes.log");

        Ended ended =
                launch(Map.of("GEMWRIGHT_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), "help");

        assertEquals(0, ended.exit(), ended::error);
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains("gemwright.cli.Cli")));
        assertEquals(List.of(), loaded.stream().filter(line -> line.contains(" javafx.")).toList());
    }

    @Test
    void mostClassesComeFromTheCache() throws Exception {
        Path log = folder.resolve("classes.log");

        launch(Map.of("GEMWRIGHT_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), "version");

        List<String> loaded = Files.readAllLines(log);
        long cached = loaded.stream().filter(line -> line.contains("shared objects file")).count();
        assertTrue(cached > loaded.size() / 2, cached + " of " + loaded.size());
    }

    @Test
    void aMissingFileIsOneLineAndExitThree() throws Exception {
        Ended ended = launch(Map.of(), "help", "no-such-topic");

        assertEquals(3, ended.exit());
        assertEquals(
                "error: there is no such subcommand or topic (no-such-topic): see gemwright help\n",
                ended.error());
    }

    @Test
    void theTourLeavesEveryArtefact() throws Exception {
        Path tour = folder.resolve("tour");

        Ended ended = launch(Map.of(), "tour", "-o", tour.toString(), "--json");

        assertEquals(0, ended.exit(), ended::error);
        Map<?, ?> answer = (Map<?, ?>) Json.parse(ended.out(), "answer");
        assertEquals(true, java.util.Objects.requireNonNull(answer).get("good"));
        for (String file :
                List.of("model.onnx", "model-int8.onnx", "comparison.json", "log", "drift.json")) {
            assertTrue(Files.exists(tour.resolve(file)), file);
        }
    }

    /// In the middle of a conversion, of quantizing, of comparing and of serving under load.
    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "model-int8.onnx", "comparison.json", "log"})
    void ctrlCLeavesNoFile(String reached) throws Exception {
        Path target = folder.resolve("out").resolve("tour");
        Process process =
                new ProcessBuilder(LAUNCHER.toString(), "tour", "-o", target.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        Path first = target.resolve(reached);
        await(() -> Files.exists(first) || !process.isAlive());

        // what Ctrl-C in a terminal sends
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        try (var files = Files.walk(target)) {
            assertEquals(
                    List.of(), files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(condition.getAsBoolean());
    }

    private record Ended(int exit, String out, String error) {}

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(LAUNCHER, environment, List.of(arguments));
    }

    private Ended launch(Path launcher, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Path out = folder.resolve("out");
        Path error = folder.resolve("error");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(error.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(error, StandardCharsets.UTF_8));
    }
}
