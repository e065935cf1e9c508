package gemwright.source.sklearn.impute;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `SimpleImputer`: what is missing becomes the column's statistic.
///
/// Columns without a statistic are left out, as in scikit-learn; numbers and texts may stand side
/// by side. A missing text is the empty one.
final class SimpleImputerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.impute.SimpleImputer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Category> statistics =
                Values.categories(fitted.array("statistics_"))
                        .orElseThrow(() -> fitted.unreadable("statistics_"));
        Category missing = missing(fitted);
        List<Features> parts = new ArrayList<>();
        for (int start = 0; start < statistics.size(); ) {
            int end = sameKind(statistics, start);
            List<Integer> columns = range(start, end);
            List<Category> fill = statistics.subList(start, end);
            switch (fill.getFirst()) {
                case Category.Numeric _ ->
                        parts.add(numbers(x.select(columns, g), fill, missing, g));
                case Category.Text _ ->
                        parts.add(texts(fitted, x.select(columns, g), fill, missing, g));
                case Category.Missing _ -> {
                    if (keepsEmpty(fitted)) {
                        parts.add(x.select(columns, g));
                    }
                }
            }
            start = end;
        }
        if (fitted.has("indicator_")) {
            parts.add(indicator(fitted, x, missing, g));
        }
        if (parts.isEmpty()) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return Features.join(parts);
    }

    private static Category missing(Estimator fitted) throws Problem {
        return fitted.get("missing_values")
                .map(value -> Values.category(value))
                .orElse(java.util.Optional.of(new Category.Missing()))
                .orElseThrow(() -> fitted.unsupported("missing_values"));
    }

    /// Whether a column whose statistic is missing itself stays: a constant NaN up to 1.7, and
    /// whatever `keep_empty_features` keeps.
    private static boolean keepsEmpty(Estimator fitted) throws Problem {
        boolean constant = fitted.text("strategy").equals("constant");
        return fitted.flag("keep_empty_features", false)
                || (constant && fitted.version().before(1, 8));
    }

    private static Features numbers(
            Features x, List<Category> fill, Category missing, EstimatorGraph g) throws Problem {
        Value value = x.doubles(g);
        double[] statistics =
                fill.stream().mapToDouble(f -> ((Category.Numeric) f).value()).toArray();
        Value filled =
                g.op("Where", isMissing(value, missing, g), g.doubles("fill", statistics), value);
        return Features.of(filled, fill.size());
    }

    private static Features texts(
            Estimator fitted, Features x, List<Category> fill, Category missing, EstimatorGraph g)
            throws Problem {
        List<String> statistics =
                fill.stream().map(f -> ((Category.Text) f).value()).toList(); // [columns]
        Value value = x.texts(g);
        Value filled =
                g.op(
                        "Where",
                        isMissingText(fitted, value, missing, g),
                        g.texts("fill", statistics),
                        value);
        return Features.of(filled.as(ElementType.STRING), fill.size());
    }

    /// A column of 0 and 1 for each column that had something missing when fitted.
    private static Features indicator(
            Estimator fitted, Features x, Category missing, EstimatorGraph g) throws Problem {
        Estimator indicator = fitted.part("indicator_");
        List<Features> parts = new ArrayList<>();
        for (long column : indicator.integers("features_")) {
            Features chosen = x.column((int) column, g);
            boolean text = chosen.isText(0).orElse(false);
            Value mask =
                    text
                            ? isMissingText(fitted, chosen.texts(g), missing, g)
                            : isMissing(chosen.doubles(g), missing, g);
            parts.add(Features.of(g.cast(mask, ElementType.FLOAT), 1));
        }
        return Features.join(parts);
    }

    private static Value isMissing(Value value, Category missing, EstimatorGraph g) {
        return missing instanceof Category.Numeric(double number)
                ? g.op("Equal", value, g.scalar("missing", number, value))
                : g.op("IsNaN", value);
    }

    /// `Equal` knows texts from operator set 19 on only; this works in all.
    private static Value isMissingText(
            Estimator fitted, Value value, Category missing, EstimatorGraph g) throws Problem {
        String key =
                switch (missing) {
                    case Category.Text(var text) -> text;
                    case Category.Missing _ -> "";
                    case Category.Numeric _ -> throw fitted.unsupported("missing_values");
                };
        Value found =
                g.node("LabelEncoder")
                        .domain(Domain.ML)
                        .inputs(value)
                        .attribute("keys_strings", List.of(key))
                        .attribute("values_int64s", new long[] {1})
                        .attribute("default_int64", 0)
                        .output(ElementType.INT64);
        return g.cast(found, ElementType.BOOL);
    }

    private static int sameKind(List<Category> statistics, int start) {
        Class<?> kind = statistics.get(start).getClass();
        int end = start;
        while (end < statistics.size() && statistics.get(end).getClass() == kind) {
            end++;
        }
        return end;
    }

    private static List<Integer> range(int start, int end) {
        return java.util.stream.IntStream.range(start, end).boxed().toList();
    }
}
