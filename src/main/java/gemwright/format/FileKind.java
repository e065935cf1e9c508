package gemwright.format;

/// The kinds of model file that are told apart by their content, spelled as the command line does.
public enum FileKind {
    ONNX("onnx"),
    PICKLE("pickle"),
    XGBOOST("xgboost"),
    LIGHTGBM("lightgbm"),
    CATBOOST("catboost"),
    TORCH_EXPORT("torch-export"),
    TORCHSCRIPT("torchscript"),
    TORCH_MODULE("torch-module"),
    TORCH_WEIGHTS("torch-weights"),
    SAFETENSORS("safetensors"),
    KERAS("keras"),
    SAVED_MODEL("tf-savedmodel"),
    FROZEN_GRAPH("tf-graphdef"),
    TFLITE("tflite");

    private final String id;

    FileKind(String id) {
        this.id = id;
    }

    /// The name of the command line's `format` field.
    public String id() {
        return id;
    }
}
