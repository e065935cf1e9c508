package gemwright.source.sklearn.cluster;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Values;

import java.util.Set;

/// `FeatureAgglomeration`: the mean of each group of columns.
final class AgglomerationConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.cluster.FeatureAgglomeration");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        boolean mean =
                fitted.get("pooling_func")
                        .filter(
                                function ->
                                        Values.names(
                                                function,
                                                "numpy.mean",
                                                "numpy.core.fromnumeric.mean",
                                                "numpy._core.fromnumeric.mean"))
                        .isPresent();
        if (!mean) {
            throw fitted.unsupported("pooling_func");
        }
        long[] labels = fitted.integers("labels_");
        int groups = fitted.integer("n_clusters_");
        if (labels.length != x.width() || groups < 1 || groups > labels.length) {
            throw fitted.unreadable("labels_");
        }
        double[] sizes = new double[groups];
        for (long label : labels) {
            if (label < 0 || label >= groups) {
                throw fitted.unreadable("labels_");
            }
            sizes[(int) label]++;
        }
        double[] shares = new double[labels.length * groups];
        for (int column = 0; column < labels.length; column++) {
            int label = (int) labels[column];
            shares[column * groups + label] = 1 / sizes[label];
        }
        Matrix means = new Matrix(labels.length, groups, shares);
        Value pooled = g.op("MatMul", x.doubles(g), g.doubles("shares", means));
        return Features.of(pooled.as(ElementType.DOUBLE), groups);
    }
}
