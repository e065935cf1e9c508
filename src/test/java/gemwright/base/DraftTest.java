package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A draft counts when it is committed, with all that belongs to it, or leaves nothing.
class DraftTest {
    @TempDir private Path folder;

    @Test
    void whatIsCommittedIsInPlaceWithAllThatBelongsToIt() throws Exception {
        Path deeper = folder.resolve("deeper");
        Path target = deeper.resolve("model.onnx");
        try (Draft draft = Draft.of(target)) {
            Files.writeString(draft.file(), "model");
            Files.writeString(draft.file().resolveSibling("model.onnx.data"), "weights");

            assertEquals(12, draft.bytes());
            draft.commit();
        }

        assertEquals("model", Files.readString(target));
        assertEquals("weights", Files.readString(target.resolveSibling("model.onnx.data")));
        assertEquals(2, files(deeper).size());
    }

    @Test
    void whatIsNotCommittedLeavesNothingAndTheOldFileStands() throws Exception {
        Path target = Files.writeString(folder.resolve("model.onnx"), "old");
        try (Draft draft = Draft.of(target)) {
            Files.writeString(draft.file(), "new");
        }

        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files(folder));
    }

    @Test
    void aFolderIsNoTarget() {
        Problem refused = assertThrows(Problem.class, () -> Draft.of(folder));

        assertEquals("file.isFolder", refused.key());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
