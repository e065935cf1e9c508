package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.compare.Comparison;
import gemwright.compare.ComparisonOptions;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import java.nio.file.Path;
import java.util.Optional;

/// Compares two models on the same rows: `gemwright compare` and the screen of that name.
public final class Comparing {
    private Comparing() {}

    /// What to compare.
    ///
    /// @param a the model that counts as right
    /// @param b the model that is held against it
    /// @param data the rows
    /// @param labels a column of the data, or a file; empty to hold B against A
    public record Request(
            Path a, Path b, Path data, Optional<String> labels, ComparisonOptions options) {}

    /// What came out.
    ///
    /// @param bytesA size of A with the files that hold its weights
    /// @param bytesB size of B with the files that hold its weights
    public record Result(Comparison comparison, long bytesA, long bytesB) {}

    /// Runs both models and compares what they answer.
    ///
    /// @throws Problem where a file cannot be read, or the data does not fit the models
    public static Result compare(Request request, Progress progress) throws Problem {
        SessionOptions options = SessionOptions.batch();
        try (OnnxFile fileA = OnnxFile.open(request.a());
                OnnxFile fileB = OnnxFile.open(request.b());
                Session a = Session.open(fileA, options);
                Session b = Session.open(fileB, options)) {
            LabelledRows rows =
                    LabelledRows.open(request.data(), request.labels(), a.columnKinds(), progress);
            Comparison comparison =
                    Comparison.of(a, b, rows.rows(), rows.labels(), request.options(), progress);
            return new Result(comparison, ModelSize.of(fileA), ModelSize.of(fileB));
        }
    }
}
