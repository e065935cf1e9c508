/// The Convert screen: what a model is made of, what of it can become ONNX, the conversion, and
/// whether the new model gives the old one's answers. [gemwright.ui.convert.ConvertViewModel]
/// decides, [gemwright.ui.convert.Converting] is its way to the engine.
@NullMarked
package gemwright.ui.convert;

import org.jspecify.annotations.NullMarked;
