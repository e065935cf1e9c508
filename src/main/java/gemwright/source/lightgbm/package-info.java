/// LightGBM: the text that `Booster.save_model` writes, which pickled wrappers hold as well. Start
/// with [gemwright.source.lightgbm.BoosterText], which reads it, and
/// [gemwright.source.lightgbm.BoosterAnswers], which says what it computes (`src/io/tree.cpp`,
/// `include/LightGBM/tree.h`, `src/objective` of LightGBM 4.6).
@NullMarked
package gemwright.source.lightgbm;

import org.jspecify.annotations.NullMarked;
