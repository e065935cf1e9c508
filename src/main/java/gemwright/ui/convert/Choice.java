package gemwright.ui.convert;

import java.nio.file.Path;
import java.util.Optional;

/// What the user chose for a conversion.
///
/// @param opset version of the ONNX operators; empty for the converter's own choice
/// @param doubles whether the model calculates in double precision
/// @param check rows with the original's answers; empty for no check
record Choice(Optional<Integer> opset, boolean doubles, Optional<Path> check) {}
