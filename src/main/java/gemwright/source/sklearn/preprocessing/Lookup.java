package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A number for each category of one column: `LabelEncoder`.
///
/// Numbers are compared as float32, since that is how they come in; with double precision as
/// double. The missing value is the empty text, or NaN.
public final class Lookup {
    private final Refusal refusal;
    private final List<Category> categories;
    private final double[] codes;
    private final double unknown;

    /// What is thrown where the categories cannot be told apart.
    @FunctionalInterface
    public interface Refusal {
        /// The problem of that key.
        Problem of(String key);
    }

    /// @param codes what each category becomes
    /// @param unknown what everything else becomes
    public Lookup(Refusal refusal, List<Category> categories, double[] codes, double unknown) {
        if (codes.length != categories.size()) {
            throw new IllegalArgumentException(codes.length + " for " + categories.size());
        }
        this.refusal = refusal;
        this.categories = List.copyOf(categories);
        this.codes = codes.clone();
        this.unknown = unknown;
    }

    /// The codes of a column, `[N, 1]`.
    ///
    /// @param type int64, float or double
    public Value of(Features column, ElementType type, EstimatorGraph g) throws Problem {
        boolean text = categories.stream().anyMatch(Category.Text.class::isInstance);
        checkDistinct(text, g);
        return text ? texts(column, type, g) : numbers(column, type, g);
    }

    private Value texts(Features column, ElementType type, EstimatorGraph g) throws Problem {
        List<String> keys = new ArrayList<>();
        for (Category category : categories) {
            keys.add(
                    switch (category) {
                        case Category.Text(var text) -> text;
                        case Category.Missing _ -> "";
                        case Category.Numeric _ -> throw refusal.of("sklearn.mixedCategories");
                    });
        }
        NodeBuilder node = encoder(column.texts(g), g).attribute("keys_strings", keys);
        return g.cast(values(node, codes, type), type);
    }

    private Value numbers(Features column, ElementType type, EstimatorGraph g) throws Problem {
        List<Double> keys = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        Optional<Double> missing = Optional.empty();
        for (int i = 0; i < codes.length; i++) {
            if (categories.get(i) instanceof Category.Numeric(double number)) {
                keys.add(number);
                values.add(codes[i]);
            } else {
                missing = Optional.of(codes[i]);
            }
        }
        if (keys.isEmpty()) {
            keys.add(0.0);
            values.add(unknown);
        }
        Value x = column.numbers(g.number(), g);
        Value found = g.cast(find(x, array(keys), array(values), type, g), type);
        if (missing.isEmpty() || sameCode(missing.get(), unknown)) {
            return found;
        }
        Value code = code(missing.get(), type, g);
        return g.op("Where", g.op("IsNaN", x), code, found);
    }

    private Value find(
            Value x, double[] keys, double[] values, ElementType type, EstimatorGraph g) {
        if (g.number() == ElementType.FLOAT) {
            NodeBuilder node = encoder(x, g).attribute("keys_floats", floats(keys));
            return values(node, values, type);
        }
        return encoder(x, g)
                .attribute("keys_tensor", Tensor.of("keys", keys, keys.length))
                .attribute("values_tensor", Tensor.of("values", values, values.length))
                .attribute("default_tensor", Tensor.of("default", new double[] {unknown}, 1))
                .output(ElementType.DOUBLE);
    }

    /// Whole numbers as such, anything else as float: codes are small numbers.
    private Value values(NodeBuilder node, double[] values, ElementType type) {
        if (type == ElementType.INT64) {
            long[] whole = new long[values.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (long) values[i];
            }
            return node.attribute("values_int64s", whole)
                    .attribute("default_int64", (long) unknown)
                    .output(ElementType.INT64);
        }
        return node.attribute("values_floats", floats(values))
                .attribute("default_float", (float) unknown)
                .output(ElementType.FLOAT);
    }

    private static Value code(double code, ElementType type, EstimatorGraph g) {
        return type == ElementType.INT64
                ? g.integer("missing", (long) code)
                : g.constant("missing", type, new double[] {code});
    }

    private static NodeBuilder encoder(Value x, EstimatorGraph g) {
        return g.node("LabelEncoder").domain(Domain.ML).inputs(x);
    }

    /// Two categories that read the same would both get the code of one of them.
    private void checkDistinct(boolean text, EstimatorGraph g) throws Problem {
        HashSet<Object> seen = new HashSet<>();
        for (Category category : categories) {
            Object key =
                    switch (category) {
                        case Category.Text(var value) -> value;
                        case Category.Missing _ -> text ? "" : Float.NaN;
                        case Category.Numeric(double value) when g.number() == ElementType.FLOAT ->
                                (float) value;
                        case Category.Numeric(double value) -> value;
                    };
            if (!seen.add(key)) {
                throw refusal.of(
                        category instanceof Category.Numeric
                                ? "sklearn.closeCategories"
                                : "sklearn.emptyCategory");
            }
        }
    }

    private static boolean sameCode(double a, double b) {
        return Double.compare(a, b) == 0;
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
