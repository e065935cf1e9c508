package gemwright.source.sklearn.impute;

import gemwright.base.Problem;
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
        Missing missing = Missing.of(fitted);
        List<Features> parts = new ArrayList<>();
        for (int start = 0; start < statistics.size(); ) {
            int end = sameKind(statistics, start);
            List<Integer> columns = range(start, end);
            List<Category> fill = statistics.subList(start, end);
            switch (fill.getFirst()) {
                case Category.Numeric _ ->
                        parts.add(numbers(x.select(columns, g), fill, missing, g));
                case Category.Text _ -> parts.add(texts(x.select(columns, g), fill, missing, g));
                case Category.Missing _ -> {
                    if (keepsEmpty(fitted)) {
                        parts.add(x.select(columns, g));
                    }
                }
            }
            start = end;
        }
        if (fitted.has("indicator_")) {
            parts.add(missing.indicator(fitted.part("indicator_"), x, g));
        }
        if (parts.isEmpty()) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return Features.join(parts);
    }

    /// Whether a column whose statistic is missing itself stays: a constant NaN up to 1.7, and
    /// whatever `keep_empty_features` keeps.
    private static boolean keepsEmpty(Estimator fitted) throws Problem {
        boolean constant = fitted.text("strategy").equals("constant");
        return fitted.flag("keep_empty_features", false)
                || (constant && fitted.version().before(1, 8));
    }

    private static Features numbers(
            Features x, List<Category> fill, Missing missing, EstimatorGraph g) throws Problem {
        Value value = x.doubles(g);
        double[] statistics =
                fill.stream().mapToDouble(f -> ((Category.Numeric) f).value()).toArray();
        Value filled = g.op("Where", missing.among(value, g), g.doubles("fill", statistics), value);
        return Features.of(filled, fill.size());
    }

    private static Features texts(
            Features x, List<Category> fill, Missing missing, EstimatorGraph g) throws Problem {
        List<String> statistics =
                fill.stream().map(f -> ((Category.Text) f).value()).toList(); // [columns]
        Value value = x.texts(g);
        Value filled =
                g.op("Where", missing.amongTexts(value, g), g.texts("fill", statistics), value);
        return Features.of(filled.as(ElementType.STRING), fill.size());
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
