package gemwright.source.lightgbm;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The columns that trees ask: all as they are, and behind them those of which another variant is
/// asked.
final class Variants {
    /// What LightGBM takes for zero: `kZeroThreshold`, a float32.
    private static final double ZERO = 1e-35f;

    private final int features;
    private final Map<List<Object>, Integer> places = new LinkedHashMap<>();

    Variants(int features, List<LeafTree> trees) {
        this.features = features;
        for (LeafTree tree : trees) {
            for (int node = 0; node < tree.questions(); node++) {
                LeafTree.Variant variant = tree.variant(node);
                if (variant != LeafTree.Variant.PLAIN) {
                    places.putIfAbsent(
                            List.of(tree.column(node), variant), features + places.size());
                }
            }
        }
    }

    /// Where a variant of a column stands.
    int place(int column, LeafTree.Variant variant) {
        return places.getOrDefault(List.of(column, variant), column);
    }

    /// All of them side by side.
    ///
    /// @param x the columns as doubles, `[N, features]`
    Value of(Value x, EstimatorGraph g) {
        List<Value> parts = new ArrayList<>(List.of(x));
        for (List<Object> key : places.keySet()) {
            Value column = g.columns(x, features, List.of((Integer) key.getFirst()));
            parts.add(
                    key.getLast() == LeafTree.Variant.WHOLE
                            ? whole(column, g)
                            : withoutZeros(column, g));
        }
        return g.sideBySide(parts);
    }

    /// Towards zero, as a cast to int goes.
    private static Value whole(Value column, EstimatorGraph g) {
        Value negative = g.op("Less", column, g.scalar("zero", 0, column));
        return g.op("Where", negative, g.op("Ceil", column), g.op("Floor", column))
                .as(ElementType.DOUBLE);
    }

    private static Value withoutZeros(Value column, EstimatorGraph g) {
        Value zero = g.op("LessOrEqual", g.op("Abs", column), g.scalar("least", ZERO, column));
        return g.op("Where", zero, g.scalar("nan", Double.NaN, column), column)
                .as(ElementType.DOUBLE);
    }
}
