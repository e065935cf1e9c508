package gemwright.source.sklearn.preprocessing;

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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// `TargetEncoder`: the mean of the target for each category, for several classes one mean each; a
/// category that was not seen gives the mean of all.
final class TargetEncoderConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.TargetEncoder");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Categories categories = Categories.of(fitted);
        List<double[]> encodings = new ArrayList<>();
        for (var encoding : fitted.members("encodings_")) {
            encodings.add(
                    Values.numbers(encoding).orElseThrow(() -> fitted.unreadable("encodings_")));
        }
        double[] means = fitted.doubles("target_mean_");
        if (encodings.size() != categories.size() * means.length) {
            throw fitted.unreadable("encodings_");
        }
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<Category> column = categories.column(i);
            double[] places = IntStream.range(0, column.size()).asDoubleStream().toArray();
            Value place =
                    new Lookup(fitted::refuse, column, places, column.size())
                            .of(x.column(i, g), ElementType.INT64, g); // [N, 1]
            for (int target = 0; target < means.length; target++) {
                double[] encoding = encodings.get(i * means.length + target);
                if (encoding.length != column.size()) {
                    throw fitted.unreadable("encodings_");
                }
                double[] table = Arrays.copyOf(encoding, column.size() + 1);
                table[column.size()] = means[target];
                parts.add(g.op("Gather", g.doubles("means", table), place).as(ElementType.DOUBLE));
            }
        }
        return Features.of(g.sideBySide(parts), parts.size());
    }
}
