/// scikit-learn models as ONNX. Start with [gemwright.source.sklearn.SklearnExport], which asks the
/// [gemwright.source.sklearn.Estimators] through an [gemwright.source.sklearn.EstimatorGraph]; the
/// converters stand in the sub-packages, one for each family of estimators.
@NullMarked
package gemwright.source.sklearn;

import org.jspecify.annotations.NullMarked;
