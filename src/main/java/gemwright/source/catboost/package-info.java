/// CatBoost: `.cbm` files (`catboost/libs/model/flatbuffers` of CatBoost 1.2), JSON models, and
/// pickled wrappers, which hold a `.cbm`. Start with [gemwright.source.catboost.Booster], what all
/// of them say.
@NullMarked
package gemwright.source.catboost;

import org.jspecify.annotations.NullMarked;
