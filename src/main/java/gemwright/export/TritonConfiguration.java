package gemwright.export;

import gemwright.base.Problem;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `config.pbtxt` of a model for Triton's ONNX Runtime backend (model_config.proto of Triton
/// 2.60).
///
/// `max_batch_size` is 0, so that shapes stand as the model has them, the batch included: nothing
/// in an ONNX file says that its first dimension counts independent rows.
public final class TritonConfiguration {
    private TritonConfiguration() {}

    /// The text for a model.
    ///
    /// @param name folder of the model in the repository
    /// @throws Problem naming each input and output that Triton cannot carry
    public static String of(String name, Graph graph) throws Problem {
        List<Problem.Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        text.append("name: \"").append(name).append("\"\n");
        text.append("backend: \"onnxruntime\"\n");
        text.append("max_batch_size: 0\n");
        List<ValueInfo> inputs = graph.requiredInputs();
        values(text, "input", inputs, parts);
        values(text, "output", graph.outputs(), parts);
        if (!parts.isEmpty()) {
            throw Problem.of(parts);
        }
        text.append("instance_group [ { kind: KIND_CPU } ]\n");
        return text.toString();
    }

    private static void values(
            StringBuilder text, String field, List<ValueInfo> values, List<Problem.Part> parts) {
        boolean known = values.stream().allMatch(value -> value.shape().isPresent());
        for (ValueInfo value : values) {
            Optional<String> type = type(value);
            if (type.isEmpty()) {
                parts.add(
                        Problem.Part.of(
                                "export.triton.type",
                                value.name(),
                                value.type().map(ValueType::toString).orElse("unknown")));
            } else if (known) {
                // where a shape is not known, Triton takes all of them from the model itself
                text.append(field)
                        .append(" [\n  { name: \"")
                        .append(escaped(value.name()))
                        .append("\" data_type: ")
                        .append(type.get())
                        .append(dims(value.shape().orElseThrow()))
                        .append(" }\n]\n");
            }
        }
    }

    private static String dims(Shape shape) {
        if (shape.dimensions().isEmpty()) {
            return " dims: [ 1 ] reshape: { shape: [ ] }";
        }
        List<String> dims = new ArrayList<>();
        for (Dimension dimension : shape.dimensions()) {
            dims.add(
                    switch (dimension) {
                        case Dimension.Fixed fixed -> Long.toString(fixed.size());
                        case Dimension.Named named -> "-1";
                        case Dimension.Free free -> "-1";
                    });
        }
        return " dims: [ " + String.join(", ", dims) + " ]";
    }

    private static Optional<String> type(ValueInfo value) {
        if (!(value.type().orElse(null) instanceof ValueType.TensorType)) {
            return Optional.empty();
        }
        ElementType element = value.elementType();
        return switch (element) {
            case BOOL -> Optional.of("TYPE_BOOL");
            case UINT8 -> Optional.of("TYPE_UINT8");
            case UINT16 -> Optional.of("TYPE_UINT16");
            case UINT32 -> Optional.of("TYPE_UINT32");
            case UINT64 -> Optional.of("TYPE_UINT64");
            case INT8 -> Optional.of("TYPE_INT8");
            case INT16 -> Optional.of("TYPE_INT16");
            case INT32 -> Optional.of("TYPE_INT32");
            case INT64 -> Optional.of("TYPE_INT64");
            case FLOAT16 -> Optional.of("TYPE_FP16");
            case BFLOAT16 -> Optional.of("TYPE_BF16");
            case FLOAT -> Optional.of("TYPE_FP32");
            case DOUBLE -> Optional.of("TYPE_FP64");
            case STRING -> Optional.of("TYPE_STRING");
            default -> Optional.empty();
        };
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
