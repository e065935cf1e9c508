package gemwright.source;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Graph;
import gemwright.onnx.Tensor;
import gemwright.scan.ScanResult;

import java.util.List;
import java.util.Optional;

/// An open model file.
public interface SourceModel extends AutoCloseable {
    /// The command line's `format` field, without a look at the rest.
    String format();

    /// What is in it.
    Summary summary();

    /// The tensors it holds, under the names that its library gives them; valid until this is
    /// closed. None for a format whose weights only conversion tells.
    default List<Tensor> tensors() {
        return List.of();
    }

    /// The network as the file has it, to be looked at: operators or layers and the values between
    /// them, without weights and under the file's own names. Empty for a format that holds no such
    /// graph, or a damaged one.
    default Optional<Graph> drawing() {
        return Optional.empty();
    }

    /// What speaks against loading it with the library that wrote it; we never do.
    ScanResult safety();

    /// The same model as ONNX.
    ///
    /// @throws Problem with every part that cannot be converted, its path and the way out
    Converted toOnnx(ConvertOptions options, Progress progress) throws Problem;

    /// Gives the file back.
    @Override
    void close();
}
