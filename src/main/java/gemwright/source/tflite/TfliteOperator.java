package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.List;

/// How an operator is written with ONNX's.
@FunctionalInterface
interface TfliteOperator {
    /// Writes it.
    ///
    /// @return its outputs as reals; fewer than it has where it stored some itself
    List<Value> write(Call in, SizedGraph g) throws Problem;
}
