package gemwright.source;

import gemwright.onnx.ValueInfo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model file holds, as far as it can be told without running it.
///
/// @param format the command line's `format` field
/// @param producer the library that wrote it, where the file says so
/// @param inputs what the model takes; empty where that is not known before conversion
/// @param outputs what it gives; likewise
/// @param parameters how many trained numbers it holds
/// @param bytes size of the file
/// @param operators operators, estimators or layers by name, with how often each occurs
/// @param requirements libraries and versions that the file reveals: `scikit-learn==1.4.2`, or the
///   name alone where no version is stored
/// @param metadata what else the file says about itself
/// @param root its parts as a tree
public record Summary(
        String format,
        Optional<Producer> producer,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        long parameters,
        long bytes,
        Map<String, Integer> operators,
        List<String> requirements,
        Map<String, String> metadata,
        Part root) {
    public Summary {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(operators));
        requirements = List.copyOf(requirements);
        metadata = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(metadata));
    }

    /// The library that wrote a file.
    ///
    /// @param version empty text where the file does not tell
    public record Producer(String name, String version) {}

    /// A part of a model: an estimator and the estimators in it, a graph and its layers.
    ///
    /// @param path how one reaches it from the root: `pipeline/scaler`; empty for the root
    /// @param type its class or operator
    /// @param settings what it was made with, as text, in the order of the file
    public record Part(String path, String type, Map<String, String> settings, List<Part> parts) {
        public Part {
            settings =
                    java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
            parts = List.copyOf(parts);
        }
    }
}
