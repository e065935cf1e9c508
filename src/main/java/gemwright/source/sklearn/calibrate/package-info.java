/// Estimators that correct what another one says: calibrated probabilities, moved thresholds,
/// isotonic functions.
@NullMarked
package gemwright.source.sklearn.calibrate;

import org.jspecify.annotations.NullMarked;
