package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class AtomicFileTest {
    @TempDir private Path folder;

    @Test
    void whatIsNotCommittedLeavesTheOldFileAndNothingElse() throws Exception {
        Path target = Files.writeString(folder.resolve("model.onnx"), "old");

        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(new byte[100]);
        }

        assertEquals("old", Files.readString(target));
        assertEquals(List.of("model.onnx"), names());
    }

    @Test
    void theOldFileStaysUntilTheNewOneIsWhole() throws Exception {
        Path target = Files.writeString(folder.resolve("model.onnx"), "old");

        AtomicFile.write(
                target,
                out -> {
                    out.write("half".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    out.flush();
                    assertEquals("old", Files.readString(target));
                });

        assertEquals("half", Files.readString(target));
        assertEquals(List.of("model.onnx"), names());
    }

    @Test
    void aFailureWhileWritingLeavesNothing() throws Exception {
        Path target = folder.resolve("model.onnx");

        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                AtomicFile.write(
                                        target,
                                        out -> {
                                            out.write(1);
                                            throw new IOException("No space left on device");
                                        }));

        assertEquals(
                List.of(
                        "cannot be written: No space left on device ("
                                + target
                                + "): free some space, or choose a folder that you may write to"),
                problem.render(Texts.problems(java.util.Locale.ENGLISH)));
        assertEquals(List.of(), names());
    }

    @Test
    void makesMissingFolders() throws Exception {
        Path target = folder.resolve("a/b/c.json");

        AtomicFile.writeText(target, "{}");

        assertEquals("{}", Files.readString(target));
    }

    @Test
    void refusesAFolderAsTarget() {
        Problem problem = assertThrows(Problem.class, () -> AtomicFile.writeText(folder, "x"));

        assertEquals("file.isFolder", problem.key());
    }

    @Test
    void anEndedProcessLeavesNoUnfinishedFile() throws Exception {
        List<String> command =
                Child.java(
                        List.of(),
                        Unfinished.class.getName(),
                        List.of(folder.resolve("model.onnx").toString()));

        Child.Ended ended =
                Child.run(command, new byte[0], Duration.ofSeconds(30), Progress.none());

        // System.exit while the file is open, as Ctrl-C does
        assertEquals(7, ended.exit(), ended::error);
        assertEquals(List.of(), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /// Begins a file and ends the process.
    static final class Unfinished {
        private Unfinished() {}

        public static void main(String[] arguments) throws Exception {
            AtomicFile file = AtomicFile.create(Path.of(arguments[0]));
            file.channel().write(java.nio.ByteBuffer.allocate(1000));
            System.exit(Files.exists(file.temporary()) ? 7 : 8);
        }
    }
}
