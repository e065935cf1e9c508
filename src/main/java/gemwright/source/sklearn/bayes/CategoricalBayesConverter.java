package gemwright.source.sklearn.bayes;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Values;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `CategoricalNB`: each column is the number of a category, and adds what that category says of
/// each class.
///
/// A number that is no category is an error in scikit-learn; here it gives NaN.
final class CategoricalBayesConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.naive_bayes.CategoricalNB");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Labels labels = fitted.labels("classes_");
        List<PickleValue> columns = fitted.members("feature_log_prob_");
        if (columns.size() != x.width()) {
            throw fitted.unreadable("feature_log_prob_");
        }
        g.note("sklearn.note.unknownOrdinal");
        Value joint = g.doubles("prior", fitted.doubles("class_log_prior_")); // [classes]
        for (int i = 0; i < columns.size(); i++) {
            Matrix logs = // [classes, categories]
                    Values.matrix(columns.get(i))
                            .orElseThrow(() -> fitted.unreadable("feature_log_prob_"));
            if (logs.rows() != labels.size()) {
                throw fitted.unreadable("feature_log_prob_");
            }
            joint = g.op("Add", joint, said(logs, x.column(i, g).doubles(g), g));
        }
        return Likelihood.classified(labels, joint, g);
    }

    /// The logarithms at the number of the category; one row of NaN stands behind them. Numbers are
    /// cut to whole ones, as scikit-learn does.
    private static Value said(Matrix logs, Value number, EstimatorGraph g) {
        int count = logs.columns();
        double[] table = Arrays.copyOf(logs.transposed().numbers(), (count + 1) * logs.rows());
        Arrays.fill(table, count * logs.rows(), table.length, Double.NaN);
        Value bound = g.scalar("bound", count, number);
        Value above = g.op("GreaterOrEqual", number, bound);
        Value below = g.op("LessOrEqual", number, g.scalar("below", -1, number));
        Value strange = g.op("Or", g.op("Or", above, below), g.op("IsNaN", number));
        Value place = g.op("Where", strange, bound, number);
        Value index = g.reshape(g.cast(place, ElementType.INT64), -1); // [N]
        Value rows = g.doubles("logs", new Matrix(count + 1, logs.rows(), table));
        return g.op("Gather", rows, index).as(ElementType.DOUBLE); // [N, classes]
    }
}
