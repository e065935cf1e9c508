package gemwright.source.torch.aten;

import gemwright.source.torch.aten.Schema.Parameter;

import java.util.ArrayList;
import java.util.List;

/// The defaults of signatures as values.
final class Defaults {
    private Defaults() {}

    static AtenValue of(Parameter parameter) {
        return read(parameter.value().orElse("None"), parameter.base());
    }

    private static AtenValue read(String text, String type) {
        if (text.startsWith("[")) {
            List<AtenValue> items = new ArrayList<>();
            for (String item : text.substring(1, text.length() - 1).split(",", -1)) {
                if (!item.isBlank()) {
                    items.add(read(item.strip(), type));
                }
            }
            return new AtenValue.Items(items);
        }
        return switch (text) {
            case "None" -> AtenValue.None.VALUE;
            case "True" -> new AtenValue.Truth(true);
            case "False" -> new AtenValue.Truth(false);
            default -> scalar(text, type);
        };
    }

    private static AtenValue scalar(String text, String type) {
        if (text.startsWith("\"") || text.startsWith("'")) {
            return new AtenValue.Text(text.substring(1, text.length() - 1));
        }
        return switch (type) {
            case "float" -> new AtenValue.Real(Double.parseDouble(text));
            case "str", "Device" -> new AtenValue.Text(text);
            case "Scalar" ->
                    text.matches("-?\\d+")
                            ? AtenValue.Whole.of(Long.parseLong(text))
                            : new AtenValue.Real(Double.parseDouble(text));
            default ->
                    text.matches("-?\\d+")
                            ? AtenValue.Whole.of(Long.parseLong(text))
                            : new AtenValue.Text(text);
        };
    }
}
