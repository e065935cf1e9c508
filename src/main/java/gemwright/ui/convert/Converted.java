package gemwright.ui.convert;

import gemwright.workbench.AnswerCheck;

import java.nio.file.Path;
import java.util.Optional;

/// What came of a conversion.
///
/// @param target the ONNX file, in the run's folder
/// @param written whether it was: not where the answers differ
/// @param bytes its size
/// @param run number of the run
/// @param seconds how long it took
/// @param check how its answers differ from the original's, where that was asked for
record Converted(
        Path target,
        boolean written,
        long bytes,
        int run,
        double seconds,
        Optional<AnswerCheck> check) {}
