package gemwright.source.torch.aten;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The signature of one overload of an operator, as `native_functions.yaml` writes it.
///
/// @param name `conv2d`, without an overload
/// @param overload `Tensor`; empty for the one without a name
public record Schema(String name, String overload, List<Parameter> parameters) {
    public Schema {
        parameters = List.copyOf(parameters);
    }

    /// What it takes.
    ///
    /// @param type `Tensor?`, `SymInt[2]`
    /// @param keywordOnly whether it is only given by name
    /// @param value the default as it is written; empty where there is none
    public record Parameter(String name, String type, boolean keywordOnly, Optional<String> value) {
        boolean isList() {
            return type.contains("[");
        }

        boolean mayBeNone() {
            return type.endsWith("?");
        }

        /// The type of an element of a list, or of the value.
        String base() {
            int bracket = type.indexOf('[');
            String single = bracket < 0 ? type : type.substring(0, bracket);
            return single.endsWith("?") ? single.substring(0, single.length() - 1) : single;
        }
    }

    /// Reads `name.overload(Type name=default, *, …) -> …`.
    static Schema parse(String line) {
        int open = line.indexOf('(');
        String full = line.substring(0, open);
        int dot = full.indexOf('.');
        List<Parameter> parameters = new ArrayList<>();
        boolean keywords = false;
        for (String part : split(line, open + 1)) {
            if (part.equals("*")) {
                keywords = true;
            } else {
                parameters.add(parameter(part, keywords));
            }
        }
        return new Schema(
                dot < 0 ? full : full.substring(0, dot),
                dot < 0 ? "" : full.substring(dot + 1),
                parameters);
    }

    /// The parts between commas up to the closing bracket; marks of aliasing have brackets too.
    private static List<String> split(String line, int from) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean end = depth == 0 && (c == ')' || c == ',');
            if (end && !line.substring(start, i).isBlank()) {
                parts.add(line.substring(start, i).strip());
            }
            if (depth == 0 && c == ')') {
                return parts;
            }
            start = end ? i + 1 : start;
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return parts;
    }

    private static Parameter parameter(String part, boolean keywordOnly) {
        int equals = part.indexOf('=');
        String declared = equals < 0 ? part : part.substring(0, equals);
        int space = declared.lastIndexOf(' ');
        String type = declared.substring(0, space).replaceAll("\\([^)]*\\)", "");
        Optional<String> value =
                equals < 0 ? Optional.empty() : Optional.of(part.substring(equals + 1));
        return new Parameter(declared.substring(space + 1), type, keywordOnly, value);
    }
}
