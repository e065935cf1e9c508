package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// `OneHotEncoder`: one column of 0 and 1 for each category, without the dropped one; rare
/// categories share one.
///
/// A category that was not seen gives zeros, or counts as a rare one (`infrequent_if_exist`). With
/// `handle_unknown="error"` scikit-learn would raise an error there, which a graph cannot: the user
/// is told.
final class OneHotEncoderConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.OneHotEncoder");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_") // since 1.0
                ? Columns.of(fitted)
                : Columns.matrix(fitted.members("categories_").size());
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String unknown =
                fitted.choice(
                        "handle_unknown",
                        "error",
                        "error",
                        "ignore",
                        "infrequent_if_exist",
                        "warn");
        if (unknown.equals("error")) {
            g.note("sklearn.note.unknownCategory");
        }
        Categories categories = Categories.of(fitted);
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            long[] places = categories.places(i);
            int width = (int) Arrays.stream(places).max().orElse(-1) + 1;
            boolean rare =
                    categories.hasInfrequent(i)
                            && (unknown.equals("infrequent_if_exist") || unknown.equals("warn"));
            OptionalInt dropped = dropped(fitted, i, places);
            int left = dropped.isPresent() ? width - 1 : width;
            if (left == 0) {
                continue;
            }
            double[] codes =
                    Arrays.stream(places).mapToDouble(p -> code(p, dropped, left)).toArray();
            double none = rare ? code(width - 1, dropped, left) : left;
            Value index =
                    new Lookup(fitted::refuse, categories.column(i), codes, none)
                            .of(x.column(i, g), ElementType.INT64, g);
            parts.add(Features.of(oneHot(index, left, g), left));
        }
        if (parts.isEmpty()) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return Features.join(parts);
    }

    /// The column of a place; the dropped one has none, which is written as the width: `OneHot`
    /// gives zeros for a place beyond its depth.
    private static double code(long place, OptionalInt dropped, int width) {
        if (dropped.isEmpty() || place < dropped.getAsInt()) {
            return place;
        }
        return place == dropped.getAsInt() ? width : place - 1;
    }

    private static Value oneHot(Value index, int width, EstimatorGraph g) {
        return g.op(
                "OneHot",
                g.reshape(index, -1), // [N]
                g.integer("width", width),
                g.constant("off_on", ElementType.FLOAT, new double[] {0, 1}));
    }

    /// The place that is dropped: `_drop_idx_after_grouping` since 1.2, `drop_idx_` of the single
    /// categories before.
    private static OptionalInt dropped(Estimator fitted, int column, long[] places) throws Problem {
        boolean grouped = fitted.has("_drop_idx_after_grouping");
        String attribute = grouped ? "_drop_idx_after_grouping" : "drop_idx_";
        if (!fitted.has(attribute)) {
            return OptionalInt.empty();
        }
        List<PickleValue> drops = fitted.members(attribute);
        if (column >= drops.size()) {
            throw fitted.unreadable(attribute);
        }
        PickleValue drop = drops.get(column);
        if (drop.isNone()) {
            return OptionalInt.empty();
        }
        double place = Values.number(drop).orElseThrow(() -> fitted.unreadable(attribute));
        if (grouped || place < 0 || place >= places.length) {
            return OptionalInt.of((int) place);
        }
        return OptionalInt.of((int) places[(int) place]);
    }
}
