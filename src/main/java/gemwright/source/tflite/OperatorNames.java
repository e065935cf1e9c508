package gemwright.source.tflite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The names of the schema's operators by their codes: `BuiltinOperator` of TensorFlow 2.21.
final class OperatorNames {
    private static final List<String> NAMES = read();

    private OperatorNames() {}

    private static List<String> read() {
        try (InputStream in = OperatorNames.class.getResourceAsStream("operators.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String of(int code) {
        return code >= 0 && code < NAMES.size() ? NAMES.get(code) : "operator " + code;
    }
}
