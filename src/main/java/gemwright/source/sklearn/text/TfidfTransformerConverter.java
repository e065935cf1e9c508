package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `TfidfTransformer`: counts of terms, weighed by how rare each term is.
final class TfidfTransformerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.feature_extraction.text.TfidfTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return Features.of(TermWeights.apply(fitted, x.doubles(g), x.width(), g), x.width());
    }
}
