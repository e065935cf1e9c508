package gemwright.ui.desk;

import java.nio.file.Path;
import java.util.Optional;

/// A model file in the line from the file that was opened to what was made of it.
///
/// @param file where it lies
/// @param label what the path shows: the file's name, or `int8 (run 7)`
/// @param run number of the run that made it; empty for a file that was opened
public record Variant(Path file, String label, Optional<Integer> run) {
    /// A file that was opened.
    public static Variant of(Path file) {
        return new Variant(file, file.getFileName().toString(), Optional.empty());
    }

    /// Whether it is an ONNX file by its name; the engine decides by the content.
    public boolean onnx() {
        return file.getFileName().toString().endsWith(".onnx");
    }
}
