/// The Quantize screen: a smaller model, and what it costs. Start with
/// [gemwright.ui.quantize.QuantizeView].
@NullMarked
package gemwright.ui.quantize;

import org.jspecify.annotations.NullMarked;
