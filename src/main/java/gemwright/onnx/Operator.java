package gemwright.onnx;

import java.util.List;
import java.util.Optional;

/// The definition of an operator in one edition of its operator set.
///
/// @param domain who defines it; the empty string for ONNX itself
/// @param since the version of the operator set from which on this definition holds
/// @param outputTypes where the element type of each output comes from, see [#outputType]
public record Operator(
        String domain,
        String name,
        long since,
        Status status,
        Arity inputs,
        Arity outputs,
        List<String> outputTypes,
        List<Property> attributes) {
    public Operator {
        outputTypes = List.copyOf(outputTypes);
        attributes = List.copyOf(attributes);
    }

    /// How far one may rely on an operator.
    public enum Status {
        STABLE,
        EXPERIMENTAL,
        /// Taken out in this version.
        DEPRECATED
    }

    /// How many inputs or outputs there may be.
    ///
    /// @param parameters a letter each: `s` single, `o` optional, `v` (the last) any number
    /// @param least the fewest
    public record Arity(String parameters, int least) {
        /// Whether that many may be given.
        public boolean allows(int count) {
            return count >= least && (parameters.endsWith("v") || count <= parameters.length());
        }

        /// Whether the one at that place may be left out by an empty name.
        public boolean mayBeEmpty(int index) {
            return index >= parameters.length() || parameters.charAt(index) != 's';
        }

        /// `2`, `2 to 3`, `1 or more`.
        public String range() {
            if (parameters.endsWith("v")) {
                return least + " or more";
            }
            int most = parameters.length();
            return least == most ? Integer.toString(most) : least + " to " + most;
        }
    }

    /// An attribute that the operator knows.
    public record Property(String name, Attribute.Kind kind, boolean required) {}

    /// The attribute of that name.
    public Optional<Property> attribute(String named) {
        return attributes.stream().filter(a -> a.name().equals(named)).findFirst();
    }

    /// The element type of an output, as far as the definition tells it from the inputs' types.
    ///
    /// @param output which
    /// @param inputs the inputs' element types
    /// @param node the node, for operators with an attribute that names the type
    public ElementType outputType(int output, List<ElementType> inputs, Node node) {
        if (outputTypes.isEmpty()) {
            return ElementType.UNDEFINED;
        }
        String rule = outputTypes.get(Math.min(output, outputTypes.size() - 1));
        return switch (rule.isEmpty() ? '?' : rule.charAt(0)) {
            case '?' -> ElementType.UNDEFINED;
            case '=' -> input(Integer.parseInt(rule.substring(1)), inputs);
            case '@' -> named(node.integer(rule.substring(1), 0), inputs);
            default -> ElementType.of(Integer.parseInt(rule)).orElse(ElementType.UNDEFINED);
        };
    }

    private static ElementType input(int index, List<ElementType> inputs) {
        return index < inputs.size() ? inputs.get(index) : ElementType.UNDEFINED;
    }

    /// What the attribute says; without it such operators mostly follow their first input.
    private static ElementType named(long code, List<ElementType> inputs) {
        return code == 0
                ? input(0, inputs)
                : ElementType.of(Math.toIntExact(code)).orElse(ElementType.UNDEFINED);
    }
}
