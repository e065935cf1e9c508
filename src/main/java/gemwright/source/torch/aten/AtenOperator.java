package gemwright.source.torch.aten;

import gemwright.base.Problem;

/// How one operator is written: one class or function an operator, without state.
@FunctionalInterface
public interface AtenOperator {
    /// Writes a call into the graph.
    ///
    /// @throws Problem where it has no exact form in ONNX
    AtenValue write(Arguments in, AtenGraph g) throws Problem;
}
