package gemwright.quantize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The ways of quantizing a model, by the names of the command line.
public enum Method {
    /// Weights in INT8, activations measured and quantized in each run: for models of matrix
    /// products and embeddings.
    DYNAMIC_INT8("dynamic-int8") {
        @Override
        Recipe recipe(QuantizationOptions options, long opset) {
            return new DynamicInt8(options, opset);
        }
    },
    /// Weights stored in INT8 and turned back into floats when the model is loaded: the size of
    /// INT8, the speed and nearly the answers of the original.
    INT8_WEIGHTS("int8-weights") {
        @Override
        Recipe recipe(QuantizationOptions options, long opset) {
            return new Int8Weights(options);
        }
    };

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /// Its name on the command line.
    public String word() {
        return word;
    }

    /// The method of that name.
    public static Optional<Method> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }

    /// The names of all.
    public static List<String> words() {
        return Arrays.stream(values()).map(Method::word).toList();
    }

    /// How it treats nodes, afresh for one rewriting.
    abstract Recipe recipe(QuantizationOptions options, long opset);
}
