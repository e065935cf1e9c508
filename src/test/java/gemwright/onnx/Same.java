package gemwright.onnx;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a model says as text, tensors by content, for comparing models that were read from
/// different bytes.
final class Same {
    private Same() {}

    static String text(Model model) {
        StringBuilder tensors = new StringBuilder();
        TensorMap.of(
                model,
                t -> {
                    tensors.append(t.name()).append(' ').append(content(t.data())).append('\n');
                    return t;
                });
        return model + "\n" + tensors;
    }

    private static String content(TensorData data) {
        return data instanceof StringData strings
                ? strings.texts().stream()
                        .map(t -> Arrays.toString(t.toArray(ValueLayout.JAVA_BYTE)))
                        .collect(Collectors.joining())
                : Arrays.hashCode(data.raw().toArray(ValueLayout.JAVA_BYTE)) + ":" + data.bytes();
    }
}
