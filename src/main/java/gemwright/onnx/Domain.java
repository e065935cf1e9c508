package gemwright.onnx;

/// Names of operator sets. ONNX's own has two spellings: the empty string and `ai.onnx`.
public final class Domain {
    /// ONNX's own operators, as files mostly spell it.
    public static final String ONNX = "";

    /// Classical machine learning.
    public static final String ML = "ai.onnx.ml";

    /// ONNX Runtime's contributed operators.
    public static final String MICROSOFT = "com.microsoft";

    private Domain() {}

    /// One spelling for each domain: the empty string for `ai.onnx`.
    public static String normal(String domain) {
        return domain.equals("ai.onnx") ? ONNX : domain;
    }

    /// For people: `ai.onnx` for the empty string.
    public static String shown(String domain) {
        return domain.isEmpty() ? "ai.onnx" : domain;
    }
}
