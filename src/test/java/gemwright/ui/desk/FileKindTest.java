package gemwright.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the window says of a file that is dragged over it, before it is read.
class FileKindTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void everyFormatThatCanBeOpenedIsAModel() {
        for (String name :
                new String[] {"a.onnx", "a.pt2", "a.keras", "a.tflite", "a.pb", "a.pkl.gz"}) {
            assertEquals(FileKind.MODEL, FileKind.guess(Path.of(name)), name);
        }
    }

    @Test
    void endingsThatMuchElseHasPromiseNothing() {
        assertEquals(FileKind.UNKNOWN, FileKind.guess(Path.of("notes.txt")));
        assertEquals(FileKind.UNKNOWN, FileKind.guess(Path.of("settings.json")));
    }

    @Test
    void aFolderOfTensorflowIsAModelAndAnotherALog() throws IOException {
        assertEquals(FileKind.LOG, FileKind.guess(folder));

        Files.writeString(folder.resolve("saved_model.pb"), "");

        assertEquals(FileKind.MODEL, FileKind.guess(folder));
    }
}
