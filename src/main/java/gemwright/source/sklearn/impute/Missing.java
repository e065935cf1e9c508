package gemwright.source.sklearn.impute;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What counts as missing.
///
/// @param value `missing_values`: a number, a text, or NaN and `None`; a missing text is the empty
///   one
public record Missing(Estimator fitted, Category value) {
    public static Missing of(Estimator fitted) throws Problem {
        Optional<Category> value =
                fitted.get("missing_values").isPresent()
                        ? fitted.get("missing_values").flatMap(Values::category)
                        : Optional.of(new Category.Missing());
        return new Missing(fitted, value.orElseThrow(() -> fitted.unsupported("missing_values")));
    }

    /// Where numbers are missing.
    public Value among(Value numbers, EstimatorGraph g) {
        return value instanceof Category.Numeric(double number)
                ? g.op("Equal", numbers, g.scalar("missing", number, numbers))
                : g.op("IsNaN", numbers);
    }

    /// Where texts are missing. `Equal` knows texts from operator set 19 on only; this works in
    /// all.
    Value amongTexts(Value texts, EstimatorGraph g) throws Problem {
        String key =
                switch (value) {
                    case Category.Text(var text) -> text;
                    case Category.Missing _ -> "";
                    case Category.Numeric _ -> throw fitted.unsupported("missing_values");
                };
        Value found =
                g.node("LabelEncoder")
                        .domain(Domain.ML)
                        .inputs(texts)
                        .attribute("keys_strings", List.of(key))
                        .attribute("values_int64s", new long[] {1})
                        .attribute("default_int64", 0)
                        .output(ElementType.INT64);
        return g.cast(found, ElementType.BOOL);
    }

    /// A column of 0 and 1 for each column of `features_` of a `MissingIndicator`.
    public Features indicator(Estimator indicator, Features x, EstimatorGraph g) throws Problem {
        List<Features> parts = new ArrayList<>();
        for (long column : indicator.integers("features_")) {
            if (column < 0 || column >= x.width()) {
                throw indicator.unreadable("features_");
            }
            Features chosen = x.column((int) column, g);
            boolean text = chosen.isText(0).orElse(false);
            Value mask = text ? amongTexts(chosen.texts(g), g) : among(chosen.doubles(g), g);
            parts.add(Features.of(g.cast(mask, ElementType.FLOAT), 1));
        }
        return Features.join(parts);
    }
}
