package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.Schema.Parameter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The arguments of one call by the names of its signature. What nobody asks for must be at its
/// default, or the call is refused: an argument that is overlooked would give wrong numbers.
public final class Arguments {
    private final Schema schema;
    private final Map<String, AtenValue> given;
    private final Set<String> seen = new HashSet<>();

    private Arguments(Schema schema, Map<String, AtenValue> given) {
        this.schema = schema;
        this.given = given;
    }

    static Arguments of(Schema schema, List<AtenValue> positional, Map<String, AtenValue> named) {
        Map<String, AtenValue> given = new LinkedHashMap<>(named);
        int next = 0;
        for (Parameter parameter : schema.parameters()) {
            if (!parameter.keywordOnly() && next < positional.size()) {
                given.put(parameter.name(), positional.get(next++));
            }
        }
        return new Arguments(schema, given);
    }

    /// `conv2d`, with its overload where it has a name: for messages.
    String operator() {
        return schema.overload().isEmpty()
                ? schema.name()
                : schema.name() + "." + schema.overload();
    }

    /// Whether the signature has a parameter of that name.
    boolean knows(String name) {
        return schema.parameters().stream().anyMatch(p -> p.name().equals(name));
    }

    /// What is given, or the default; nothing for a parameter that the signature does not have.
    AtenValue value(String name) throws Problem {
        seen.add(name);
        AtenValue value = given.get(name);
        if (value != null) {
            return value;
        }
        for (Parameter parameter : schema.parameters()) {
            if (parameter.name().equals(name) && parameter.value().isPresent()) {
                return Defaults.of(parameter);
            }
        }
        return AtenValue.None.VALUE;
    }

    /// Looks at an argument that changes no number: devices, layouts, names of kernels.
    void ignore(String... names) {
        seen.addAll(List.of(names));
    }

    /// Refuses what was given and not looked at.
    void requireSeen() throws Problem {
        List<Problem.Part> parts = new ArrayList<>();
        for (Map.Entry<String, AtenValue> argument : given.entrySet()) {
            if (!seen.contains(argument.getKey()) && !isDefault(argument)) {
                parts.add(Problem.Part.of("aten.argument", "", operator(), argument.getKey()));
            }
        }
        if (!parts.isEmpty()) {
            throw Problem.of(parts);
        }
    }

    private boolean isDefault(Map.Entry<String, AtenValue> argument) throws Problem {
        for (Parameter parameter : schema.parameters()) {
            if (parameter.name().equals(argument.getKey())) {
                AtenValue usual =
                        parameter.value().isPresent()
                                ? Defaults.of(parameter)
                                : AtenValue.None.VALUE;
                OptionalDouble one = asNumber(usual);
                OptionalDouble other = asNumber(argument.getValue());
                boolean number = one.isPresent() && other.isPresent();
                return number
                        ? one.getAsDouble() == other.getAsDouble()
                        : usual.equals(argument.getValue());
            }
        }
        return false;
    }

    /// A tensor.
    Value tensor(String name) throws Problem {
        if (value(name) instanceof AtenValue.OfTensor(Value tensor)) {
            return tensor;
        }
        throw refused(name);
    }

    /// A tensor of whole numbers, for places and classes.
    Value index(String name) throws Problem {
        Value tensor = tensor(name);
        if (!tensor.type().isInteger()) {
            throw refusedFor("aten.index", name);
        }
        return tensor;
    }

    /// A tensor, or nothing.
    Optional<Value> optionalTensor(String name) throws Problem {
        return isNone(name) ? Optional.empty() : Optional.of(tensor(name));
    }

    boolean isNone(String name) throws Problem {
        return value(name) instanceof AtenValue.None;
    }

    /// Tensors of a list.
    List<Value> tensors(String name) throws Problem {
        List<Value> tensors = new ArrayList<>();
        for (AtenValue item : items(name)) {
            if (!(item instanceof AtenValue.OfTensor(Value tensor))) {
                throw refused(name);
            }
            tensors.add(tensor);
        }
        return tensors;
    }

    /// The members of a list; one value stands for itself.
    List<AtenValue> items(String name) throws Problem {
        return switch (value(name)) {
            case AtenValue.Items(var items) -> items;
            case AtenValue.None _ -> List.of();
            case AtenValue single -> List.of(single);
        };
    }

    /// A whole number that may depend on free dimensions.
    Size size(String name) throws Problem {
        if (value(name) instanceof AtenValue.Whole(Size size)) {
            return size;
        }
        throw refused(name);
    }

    /// A whole number that is known before the model runs.
    long whole(String name) throws Problem {
        return known(size(name), name);
    }

    private long known(Size size, String name) throws Problem {
        if (!size.isKnown()) {
            throw refused(name);
        }
        return size.number().orElseThrow();
    }

    /// A known whole number, or nothing.
    Optional<Long> optionalWhole(String name) throws Problem {
        return isNone(name) ? Optional.empty() : Optional.of(whole(name));
    }

    /// Whole numbers that may depend on free dimensions.
    List<Size> sizes(String name) throws Problem {
        List<Size> sizes = new ArrayList<>();
        for (AtenValue item : items(name)) {
            if (!(item instanceof AtenValue.Whole(Size size))) {
                throw refused(name);
            }
            sizes.add(size);
        }
        return sizes;
    }

    /// Known whole numbers.
    long[] wholes(String name) throws Problem {
        List<Size> sizes = sizes(name);
        long[] numbers = new long[sizes.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = known(sizes.get(i), name);
        }
        return numbers;
    }

    /// Known whole numbers, one for each axis: a single one counts for all, none for `otherwise`.
    long[] wholes(String name, int count, long otherwise) throws Problem {
        long[] given = wholes(name);
        if (given.length == count) {
            return given;
        }
        if (given.length > 1) {
            throw refused(name);
        }
        long[] all = new long[count];
        java.util.Arrays.fill(all, given.length == 1 ? given[0] : otherwise);
        return all;
    }

    /// A number, whole or not.
    double number(String name) throws Problem {
        OptionalDouble number = asNumber(value(name));
        if (number.isEmpty()) {
            throw refused(name);
        }
        return number.getAsDouble();
    }

    static OptionalDouble asNumber(AtenValue value) {
        return switch (value) {
            case AtenValue.Whole(Size size) when size.isKnown() ->
                    OptionalDouble.of((double) size.number().orElse(0));
            case AtenValue.Real(double number) -> OptionalDouble.of(number);
            case AtenValue.Truth(boolean truth) -> OptionalDouble.of(truth ? 1 : 0);
            case AtenValue.Whole _,
                    AtenValue.None _,
                    AtenValue.OfTensor _,
                    AtenValue.Text _,
                    AtenValue.Items _ ->
                    OptionalDouble.empty();
        };
    }

    /// A number, or nothing.
    OptionalDouble optionalNumber(String name) throws Problem {
        return isNone(name) ? OptionalDouble.empty() : OptionalDouble.of(number(name));
    }

    /// Yes or no.
    boolean truth(String name) throws Problem {
        return switch (value(name)) {
            case AtenValue.Truth(boolean truth) -> truth;
            case AtenValue.None _ -> false;
            default -> number(name) != 0;
        };
    }

    /// A text; empty for nothing.
    String text(String name) throws Problem {
        return value(name) instanceof AtenValue.Text(String text) ? text : "";
    }

    /// An element type, or nothing.
    Optional<ElementType> type(String name) throws Problem {
        if (isNone(name)) {
            return Optional.empty();
        }
        Optional<ElementType> type = ScalarTypes.of(whole(name));
        if (type.isEmpty()) {
            throw refused(name);
        }
        return type;
    }

    /// The call cannot be converted because of that argument.
    Problem refused(String name) {
        return Problem.of("aten.argument", "", operator(), name);
    }

    /// The call cannot be converted, for a reason of its own.
    Problem refusedFor(String key, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(operator()));
        all.addAll(List.of(arguments));
        return Problem.of(key, "", all.toArray());
    }
}
