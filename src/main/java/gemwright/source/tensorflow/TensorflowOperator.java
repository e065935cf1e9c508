package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.List;

/// How an operator is written with ONNX's.
@FunctionalInterface
interface TensorflowOperator {
    /// Writes it.
    ///
    /// @return its outputs
    List<Value> write(Call in, SizedGraph g) throws Problem;
}
