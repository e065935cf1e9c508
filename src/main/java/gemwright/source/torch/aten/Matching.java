package gemwright.source.torch.aten;

import gemwright.source.torch.aten.Schema.Parameter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a signature takes the arguments of a call, after `torch/csrc/jit/frontend/
/// schema_matching.cpp` of PyTorch 2.9.
final class Matching {
    private Matching() {}

    /// @param converted whether a whole number may stand for a real one and a tensor of one element
    ///   for a number
    static boolean matches(
            Schema schema,
            List<AtenValue> positional,
            Map<String, AtenValue> named,
            boolean converted) {
        Set<String> unused = new HashSet<>(named.keySet());
        int next = 0;
        for (Parameter parameter : schema.parameters()) {
            AtenValue value;
            if (!parameter.keywordOnly() && next < positional.size()) {
                value = positional.get(next++);
            } else if (unused.remove(parameter.name())) {
                value = named.get(parameter.name());
            } else if (parameter.value().isPresent()) {
                continue;
            } else {
                return false;
            }
            if (value == null || !takes(parameter, value, converted)) {
                return false;
            }
        }
        return next == positional.size() && unused.isEmpty();
    }

    private static boolean takes(Parameter parameter, AtenValue value, boolean converted) {
        if (value instanceof AtenValue.None) {
            return parameter.mayBeNone();
        }
        String base = parameter.base();
        if (!parameter.isList()) {
            return single(base, value, converted);
        }
        if (value instanceof AtenValue.Items list) {
            boolean optional = parameter.type().contains("?[");
            return list.items().stream()
                    .allMatch(
                            item ->
                                    (optional && item instanceof AtenValue.None)
                                            || single(base, item, converted));
        }
        // One number stands for a list of as many as are wanted.
        return parameter.type().matches(".*\\[\\d+\\]\\??") && single(base, value, converted);
    }

    private static boolean single(String base, AtenValue value, boolean converted) {
        return switch (value) {
            case AtenValue.OfTensor _ -> base.equals("Tensor") || (converted && isNumber(base));
            case AtenValue.Whole _ ->
                    isWhole(base) || base.equals("Scalar") || (converted && isNumber(base));
            case AtenValue.Real _ -> base.equals("float") || base.equals("Scalar");
            case AtenValue.Truth _ -> base.equals("bool") || base.equals("Scalar");
            case AtenValue.Text _ -> base.equals("str") || base.equals("Device");
            case AtenValue.None _, AtenValue.Items _ -> false;
        };
    }

    private static boolean isWhole(String base) {
        return switch (base) {
            case "int", "SymInt", "ScalarType", "Layout", "MemoryFormat" -> true;
            default -> false;
        };
    }

    private static boolean isNumber(String base) {
        return base.equals("float")
                || base.equals("Scalar")
                || base.equals("int")
                || base.equals("SymInt");
    }
}
