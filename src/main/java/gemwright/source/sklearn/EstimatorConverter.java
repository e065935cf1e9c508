package gemwright.source.sklearn;

import gemwright.base.Problem;

import java.util.List;
import java.util.Set;

/// Writes what one kind of estimator computes into a graph.
///
/// Implementations are small, final and stateless, read the fitted attributes through [Estimator]
/// and are listed by their family. What they cannot do exactly they refuse, by name.
public sealed interface EstimatorConverter {
    /// The public names of the classes that it knows: `sklearn.preprocessing.MaxAbsScaler`.
    Set<String> estimators();

    /// The oldest version of ONNX's own operator set that we write: tensors as tree attributes come
    /// with it.
    int OLDEST_OPSET = 15;

    /// The oldest version of ONNX's own operator set that has all it writes.
    default int oldestOpset() {
        return OLDEST_OPSET;
    }

    /// The columns that the estimator was fitted on.
    default Columns columns(Estimator fitted, Estimators known) throws Problem {
        return Columns.of(fitted);
    }

    /// Turns columns into columns: `transform`.
    non-sealed interface Transformer extends EstimatorConverter {
        /// What `transform` gives.
        Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem;
    }

    /// A transformer that can turn columns back: `inverse_transform`.
    interface Invertible extends Transformer {
        /// What `inverse_transform` gives.
        Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem;
    }

    /// Chooses a class: `predict`, `predict_proba`, `decision_function`.
    non-sealed interface Classifier extends EstimatorConverter {
        /// What it says of each target; most estimators have one.
        List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g) throws Problem;
    }

    /// Predicts numbers.
    non-sealed interface Regressor extends EstimatorConverter {
        /// What `predict` gives.
        Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem;
    }

    /// Puts rows into groups, or says which are unusual.
    non-sealed interface Grouper extends EstimatorConverter {
        /// What `predict` gives, and the scores behind it.
        Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem;
    }

    /// Prepares the columns, then lets another estimator speak: a pipeline, a search.
    non-sealed interface Wrapper extends EstimatorConverter {
        /// The estimator whose answer is its answer, and the columns that one is given.
        Wrapped unwrap(Estimator fitted, Features x, EstimatorGraph g) throws Problem;
    }
}
