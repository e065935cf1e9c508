package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.aten.ScalarTypes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Arguments of nodes as values: a tagged union, `{"as_tensor": {"name": "relu"}}` (`Argument` of
/// `torch/_export/serde/schema.py`).
final class ArgumentReader {
    private final Map<String, AtenValue> values;

    /// @param values by the names that the program gives them
    ArgumentReader(Map<String, AtenValue> values) {
        this.values = values;
    }

    /// The value; empty where one of its parts is missing for want of an operator.
    Optional<AtenValue> read(Fields argument) throws Problem {
        Fields.Union union = argument.union();
        return switch (union.kind()) {
            case "as_none" -> Optional.of(AtenValue.None.VALUE);
            case "as_tensor", "as_optional_tensor" -> named(union);
            case "as_tensors" -> named(union.list(), argument.where());
            case "as_optional_tensors",
                    "as_sym_ints",
                    "as_sym_bools",
                    "as_sym_floats",
                    "as_nested_tensors" ->
                    each(union.list(), argument.where());
            case "as_sym_int", "as_sym_bool", "as_sym_float" -> symbolic(union.object());
            case "as_ints", "as_floats", "as_bools", "as_strings" -> plain(union.list(), argument);
            case "as_int", "as_float", "as_bool", "as_string" ->
                    Optional.of(scalar(union.value(), union.kind(), argument));
            case "as_scalar_type" -> Optional.of(type(argument));
            case "as_device", "as_layout", "as_memory_format" ->
                    Optional.of(new AtenValue.Text(union.kind()));
            default -> throw Problem.of("torch.exportKind", argument.where(), union.kind());
        };
    }

    private Optional<AtenValue> named(Fields.Union union) throws Problem {
        if (union.value() instanceof Map<?, ?> map && map.containsKey("as_none")) {
            return Optional.of(AtenValue.None.VALUE);
        }
        Fields inner = union.object();
        return inner.has("as_tensor")
                ? value(inner.object("as_tensor").text("name"), inner)
                : value(inner.text("name"), inner);
    }

    private Optional<AtenValue> value(String name, Fields at) throws Problem {
        if (!values.containsKey(name)) {
            throw Problem.of("torch.damaged", at.where(), "nothing is called " + name);
        }
        return Optional.of(values.get(name))
                .filter(
                        v ->
                                !(v instanceof AtenValue.Text(String t)
                                        && t.equals(GraphWriter.MISSING)));
    }

    private Optional<AtenValue> named(List<?> tensors, String where) throws Problem {
        List<AtenValue> all = new ArrayList<>();
        for (Object tensor : tensors) {
            Fields fields = Fields.of(tensor, where);
            Optional<AtenValue> value = value(fields.text("name"), fields);
            if (value.isEmpty()) {
                return value;
            }
            all.add(value.get());
        }
        return Optional.of(new AtenValue.Items(all));
    }

    private Optional<AtenValue> each(List<?> items, String where) throws Problem {
        List<AtenValue> all = new ArrayList<>();
        for (Object item : items) {
            Fields fields = Fields.of(item, where);
            boolean symbol = fields.has("as_name");
            Optional<AtenValue> value = symbol ? symbolic(fields) : read(fields);
            if (value.isEmpty()) {
                return value;
            }
            all.add(value.get());
        }
        return Optional.of(new AtenValue.Items(all));
    }

    private Optional<AtenValue> symbolic(Fields fields) throws Problem {
        return fields.has("as_name") ? value(fields.text("as_name"), fields) : read(fields);
    }

    private static Optional<AtenValue> plain(List<?> items, Fields argument) throws Problem {
        String kind = argument.union().kind();
        List<AtenValue> all = new ArrayList<>();
        for (Object item : items) {
            all.add(scalar(item, kind.substring(0, kind.length() - 1), argument));
        }
        return Optional.of(new AtenValue.Items(all));
    }

    private static AtenValue scalar(@Nullable Object value, String kind, Fields argument)
            throws Problem {
        return switch (value) {
            case Boolean truth -> new AtenValue.Truth(truth);
            case Long whole when kind.equals("as_float") -> new AtenValue.Real((double) whole);
            case Long whole -> new AtenValue.Whole(Size.of(whole));
            case Double number -> new AtenValue.Real(number);
            case String text when kind.equals("as_float") ->
                    new AtenValue.Real(real(text, argument));
            case String text -> new AtenValue.Text(text);
            case null, default ->
                    throw Problem.of("torch.damaged", argument.where(), kind + " is of no kind");
        };
    }

    /// Numbers that JSON has no form for are texts.
    private static double real(String text, Fields argument) throws Problem {
        return switch (text) {
            case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            case "NaN", "nan" -> Double.NaN;
            default -> throw Problem.of("torch.damaged", argument.where(), text + " is no number");
        };
    }

    private static AtenValue type(Fields argument) throws Problem {
        Optional<ElementType> type = TensorMeta.type(argument.whole("as_scalar_type"));
        Optional<Long> code = type.flatMap(ScalarTypes::code);
        if (code.isEmpty()) {
            throw Problem.of("torch.exportKind", argument.where(), "as_scalar_type");
        }
        return AtenValue.Whole.of(code.get());
    }
}
