package gemwright.source;

import gemwright.onnx.ValueInfo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How a model becomes ONNX.
///
/// @param opset version of the ONNX operators; empty for the converter's own choice
/// @param precision numbers to calculate with
/// @param inputs names, types and shapes that the user gives to inputs; empty for the model's own
/// @param outputs values to end at; empty for the model's own
/// @param part path of the model inside a dict, list or tuple; empty for the whole
public record ConvertOptions(
        OptionalInt opset,
        Precision precision,
        List<ValueInfo> inputs,
        List<String> outputs,
        Optional<String> part) {
    public ConvertOptions {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// The numbers that a converted model calculates with.
    public enum Precision {
        FLOAT,
        DOUBLE
    }

    /// Everything left to the converter, in single precision.
    public static ConvertOptions usual() {
        return new ConvertOptions(
                OptionalInt.empty(), Precision.FLOAT, List.of(), List.of(), Optional.empty());
    }
}
