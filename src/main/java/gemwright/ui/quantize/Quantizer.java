package gemwright.ui.quantize;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the screen needs of the engine.
interface Quantizer {
    /// What the user chose.
    ///
    /// @param method a name of the command line, or `auto`
    /// @param data rows to judge on; empty for a proof on made-up numbers
    /// @param label column of the rows that holds the truth
    /// @param maxDrop largest loss of the metric, as a share
    record Wish(
            Path model,
            String method,
            Optional<Path> data,
            Optional<String> label,
            double maxDrop) {}

    /// Quantizes as a run of the workspace.
    Quantized quantize(Wish wish, Progress progress) throws Problem;

    /// The columns of a data file that the model does not read: one of them may be the truth.
    List<String> labels(Path model, Path data, Progress progress) throws Problem;
}
