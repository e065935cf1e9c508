/// The Monitor screen: what the model sees now, held against the data it was trained on. Start with
/// [gemwright.ui.drift.DriftViewModel].
@NullMarked
package gemwright.ui.drift;

import org.jspecify.annotations.NullMarked;
