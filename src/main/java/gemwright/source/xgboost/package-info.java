/// XGBoost models, in files of their own (JSON, UBJSON, the binary format of old releases) and
/// inside pickled scikit-learn wrappers. Start with [gemwright.source.xgboost.Booster], which all
/// of them are read into; [gemwright.source.xgboost.BoosterAnswers] writes one into a graph.
@NullMarked
package gemwright.source.xgboost;

import org.jspecify.annotations.NullMarked;
