package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.onnx.OnnxFile;

import java.nio.file.Path;

/// Opens a model, whatever its file is called.
public final class Opening {
    private Opening() {}

    /// Opens an ONNX model; the caller closes it.
    ///
    /// @throws Problem where there is no such file, it is damaged or no ONNX model
    public static OnnxFile onnx(Path path) throws Problem {
        return OnnxFile.open(path);
    }
}
