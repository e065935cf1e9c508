package gemwright.ui.serve;

import gemwright.data.DType;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One value of the form: a feature of the model, what may be chosen, and what stands in it.
final class FormField {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String name;
    private final DType type;
    private final List<String> choices;
    private final StringProperty text;
    private final ObjectProperty<Optional<String>> error =
            new SimpleObjectProperty<>(Optional.empty());

    /// A field.
    ///
    /// @param choices texts that the reference data hold there; empty where any text goes
    /// @param start what stands in it at first
    FormField(String name, DType type, List<String> choices, String start) {
        this.name = name;
        this.type = type;
        this.choices = List.copyOf(choices);
        this.text = new SimpleStringProperty(start);
    }

    /// Name of the feature.
    String name() {
        return name;
    }

    /// What may be chosen; empty where any text goes.
    List<String> choices() {
        return choices;
    }

    /// What stands in the field.
    StringProperty text() {
        return text;
    }

    /// What the server said of it.
    ObjectProperty<Optional<String>> error() {
        return error;
    }

    /// What is sent: a number where one stands in a field of numbers, nothing where it is blank.
    ///
    /// A text that is no number is sent as it is: the server refuses it by name, and its refusal is
    /// what a client would see.
    @Nullable Object value() {
        String typed = text.get().strip();
        return switch (type) {
            case STRING -> text.get();
            case BOOL -> truth(typed);
            case FLOAT16,
                    BFLOAT16,
                    FLOAT32,
                    FLOAT64,
                    COMPLEX64,
                    COMPLEX128,
                    INT8,
                    INT16,
                    INT32,
                    INT64,
                    UINT8,
                    UINT16,
                    UINT32,
                    UINT64 ->
                    number(typed);
        };
    }

    private static @Nullable Object truth(String typed) {
        return switch (typed) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> typed;
        };
    }

    private static @Nullable Object number(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (WHOLE.matcher(typed).matches()) {
            return Long.parseLong(typed);
        }
        return NUMBER.matcher(typed).matches() && Double.isFinite(Double.parseDouble(typed))
                ? (Object) Double.parseDouble(typed)
                : typed;
    }
}
