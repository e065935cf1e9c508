package gemwright.source.sklearn.svm;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Grouped;

import java.util.Optional;
import java.util.Set;

/// `OneClassSVM`: a row is usual (1) where the decision is positive, else not (-1).
final class OneClassSvmConverter implements EstimatorConverter.Grouper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.svm.OneClassSVM");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value score = SupportVectors.decision(fitted, x, g);
        Value usual = g.op("Greater", score, g.scalar("zero", 0, score));
        Value label = g.op("Where", usual, g.integer("usual", 1), g.integer("unusual", -1));
        return new Grouped(g.reshape(label.as(ElementType.INT64), -1), Optional.of(score), 1);
    }
}
