package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.export.Platform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// With a packaged program of three files in the place of the real one.
@EnabledOnOs(OS.LINUX)
class ExportingTest {
    private static final Path MODELS = Path.of("src/test/resources/gemwright/serve/models");

    @TempDir Path folder;
    private final @Nullable String home = System.getProperty("gemwright.home");

    @BeforeEach
    void packaged() throws IOException {
        Path program = folder.resolve("program");
        Files.createDirectories(program.resolve("bin"));
        Files.createDirectories(program.resolve("sample-models"));
        Files.writeString(program.resolve("bin").resolve("gemwright"), "#!/bin/sh\n");
        assertTrue(program.resolve("bin").resolve("gemwright").toFile().setExecutable(true));
        Files.writeString(program.resolve("LICENSE"), "licence\n");
        Files.writeString(program.resolve("sample-models").resolve("a.csv"), "a\n");
        System.setProperty("gemwright.home", program.toString());
    }

    @AfterEach
    void asBefore() {
        if (home == null) {
            System.clearProperty("gemwright.home");
        } else {
            System.setProperty("gemwright.home", home);
        }
    }

    @Test
    void aFolderForDockerIsComplete() throws Exception {
        Exporting.Exported exported = export("credit.onnx", Platform.DOCKER);

        assertEquals(
                List.of(
                        ".dockerignore",
                        "Dockerfile",
                        "README.md",
                        "models/my-credit.onnx",
                        "program/LICENSE",
                        "program/bin/gemwright",
                        "secret/token"),
                files());
        assertEquals("my-credit", exported.model());
        assertTrue(out().resolve("program/bin/gemwright").toFile().canExecute());
        assertTrue(Files.readString(out().resolve("secret/token")).matches("[0-9a-f]{48}\n"));
        assertEquals(
                -1L,
                Files.mismatch(
                        MODELS.resolve("credit.onnx"), out().resolve("models/my-credit.onnx")));
    }

    @Test
    void tritonIsToldWhatTheModelTakesAndGives() throws Exception {
        export("people.onnx", Platform.TRITON);

        assertEquals(
                """
                name: "my-credit"
                backend: "onnxruntime"
                max_batch_size: 0
                input [
                  { name: "age" data_type: TYPE_FP32 dims: [ -1, 1 ] }
                ]
                input [
                  { name: "city" data_type: TYPE_STRING dims: [ -1, 1 ] }
                ]
                input [
                  { name: "visits" data_type: TYPE_INT64 dims: [ -1, 1 ] }
                ]
                input [
                  { name: "member" data_type: TYPE_BOOL dims: [ -1, 1 ] }
                ]
                output [
                  { name: "label" data_type: TYPE_STRING dims: [ -1 ] }
                ]
                output [
                  { name: "score" data_type: TYPE_FP32 dims: [ -1, 1 ] }
                ]
                instance_group [ { kind: KIND_CPU } ]
                """,
                Files.readString(out().resolve("my-credit/config.pbtxt")));
        assertEquals(
                List.of("README.md", "my-credit/1/model.onnx", "my-credit/config.pbtxt"), files());
    }

    @Test
    void whatTritonCannotCarryIsRefusedAndLeavesNothing() {
        Problem refused = assertThrows(Problem.class, () -> export("zipmap.onnx", Platform.TRITON));

        assertEquals("export.triton.type", refused.key());
        assertFalse(Files.exists(out()));
    }

    @Test
    void aFolderWithSomethingInItStaysAsItIs() throws Exception {
        Files.createDirectories(out());
        Files.writeString(out().resolve("mine.txt"), "mine");

        Problem refused = assertThrows(Problem.class, () -> export("clf.onnx", Platform.COMPOSE));

        assertEquals("file.notEmpty", refused.key());
        assertEquals(List.of("mine.txt"), files());
    }

    @Test
    void withoutThePackagedProgramThereIsNothingToPutIntoAContainer() {
        System.clearProperty("gemwright.home");

        Problem refused = assertThrows(Problem.class, () -> export("clf.onnx", Platform.KSERVE));

        assertEquals("export.program", refused.key());
    }

    private Exporting.Exported export(String model, Platform platform) throws Problem {
        return Exporting.export(
                MODELS.resolve(model), "My Credit", platform, out(), Progress.none());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(out())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> out().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
