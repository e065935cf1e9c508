package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.OnnxFile;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens a model, whatever its file is called.
public final class Opening {
    private static final int HEAD = 256;

    private Opening() {}

    /// Whether the file starts like an ONNX model; no for one that cannot be read, which opening it
    /// will say.
    public static boolean isOnnx(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return OnnxFile.matches(MemorySegment.ofArray(in.readNBytes(HEAD)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Opens an ONNX model; the caller closes it.
    ///
    /// @throws Problem where there is no such file, it is damaged or no ONNX model
    public static OnnxFile onnx(Path path) throws Problem {
        return OnnxFile.open(path);
    }

    /// Opens a model of any format that we read; the caller closes it.
    ///
    /// @throws Problem where there is no such file, it is damaged or of a format that we do not
    ///   read
    public static SourceModel any(Path path, Progress progress) throws Problem {
        return Sources.open(path, progress);
    }
}
