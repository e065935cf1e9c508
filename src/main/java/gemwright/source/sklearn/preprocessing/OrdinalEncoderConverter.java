package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `OrdinalEncoder`: the place of the category; rare categories share one.
///
/// A category that was not seen becomes `unknown_value`. With `handle_unknown="error"` scikit-learn
/// would raise an error there: the number is NaN, and the user is told.
final class OrdinalEncoderConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.OrdinalEncoder");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_") // since 1.0
                ? Columns.of(fitted)
                : Columns.matrix(fitted.members("categories_").size());
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        String way = fitted.choice("handle_unknown", "error", "error", "use_encoded_value");
        double unknown = Double.NaN;
        if (way.equals("error")) {
            g.note("sklearn.note.unknownOrdinal");
        } else {
            unknown = fitted.number("unknown_value");
        }
        double missingCode = fitted.number("encoded_missing_value", Double.NaN); // since 1.1
        Categories categories = Categories.of(fitted);
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            double[] codes = Arrays.stream(categories.places(i)).asDoubleStream().toArray();
            if (categories.missing(i) >= 0) {
                codes[categories.missing(i)] = missingCode;
            }
            Value code =
                    new Lookup(fitted::refuse, categories.column(i), codes, unknown)
                            .of(x.column(i, g), ElementType.FLOAT, g);
            parts.add(Features.of(code, 1));
        }
        return Features.join(parts);
    }
}
