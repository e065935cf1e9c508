package gemwright.source.torch.aten;

import gemwright.base.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All operators, by name without an overload, and how a call of one is written.
public final class Aten {
    private static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.putAll(Elementwise.ALL);
        ALL.putAll(Activations.ALL);
        ALL.putAll(Comparisons.ALL);
        ALL.putAll(Movements.ALL);
        ALL.putAll(Arrangements.ALL);
        ALL.putAll(Indexing.ALL);
        ALL.putAll(Creation.ALL);
        ALL.putAll(Reductions.ALL);
        ALL.putAll(Products.ALL);
        ALL.putAll(Convolutions.ALL);
        ALL.putAll(Pooling.ALL);
        ALL.putAll(Normalisation.ALL);
        ALL.putAll(Recurrent.ALL);
        ALL.putAll(Attention.ALL);
        ALL.putAll(FastTransformer.ALL);
        ALL.putAll(Resizing.ALL);
    }

    private Aten() {}

    /// Whether calls of it can be written; `relu_` counts as `relu`.
    public static boolean knows(String name) {
        return ALL.containsKey(plain(name));
    }

    /// The name of the operator that gives the same without changing its argument.
    public static String plain(String name) {
        return name.endsWith("_") && !name.endsWith("__")
                ? name.substring(0, name.length() - 1)
                : name;
    }

    /// Writes a call of the overload that takes these arguments.
    ///
    /// @throws Problem `aten.unknown` where there is no such operator, or what its function
    ///   refuses; the place is left to the caller
    public static AtenValue call(
            String name, List<AtenValue> positional, Map<String, AtenValue> named, AtenGraph g)
            throws Problem {
        Optional<Schema> schema = Schemas.matching(name, positional, named);
        if (schema.isEmpty() || !knows(name)) {
            throw Problem.of("aten.unknown", "", name);
        }
        return call(schema.get(), positional, named, g);
    }

    /// Writes a call of that overload.
    public static AtenValue call(
            Schema schema, List<AtenValue> positional, Map<String, AtenValue> named, AtenGraph g)
            throws Problem {
        AtenOperator operator = ALL.get(plain(schema.name()));
        if (operator == null) {
            throw Problem.of("aten.unknown", "", schema.name());
        }
        Arguments in = Arguments.of(schema, positional, named);
        AtenValue result = operator.write(in, g);
        in.requireSeen();
        g.settle(in.operator());
        return result;
    }
}
