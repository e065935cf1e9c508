package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.List;

/// How a layer is written with ONNX's operators.
@FunctionalInterface
interface Layer {
    /// Writes one call of it.
    List<Value> write(LayerCall in, SizedGraph g) throws Problem;
}
