package gemwright.source.sklearn;

import gemwright.onnx.Value;

/// What a regressor predicts.
///
/// @param values `[N, targets]`
public record Predicted(Value values, int targets) {}
