package gemwright.workbench;

import gemwright.onnx.Model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The libraries that an ONNX model names as its makers, as pip spells them.
final class Requirements {
    /// What exporters write as producer, to their package.
    private static final Map<String, String> PACKAGES =
            Map.of(
                    "pytorch", "torch",
                    "skl2onnx", "skl2onnx",
                    "onnxmltools", "onnxmltools",
                    "tf2onnx", "tf2onnx",
                    "keras2onnx", "keras2onnx",
                    "paddlepaddle", "paddlepaddle",
                    "lightgbm", "lightgbm",
                    "catboost", "catboost");

    private Requirements() {}

    static List<String> of(Model model) {
        String name = PACKAGES.get(model.producerName().toLowerCase(Locale.ROOT));
        String version = model.producerVersion().split("[+\\s]", 2)[0];
        return name == null || !version.matches("\\d+(\\.\\d+)*([a-z]+\\d*)?")
                ? List.of()
                : List.of(name + "==" + version);
    }
}
