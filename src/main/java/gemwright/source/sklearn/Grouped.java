package gemwright.source.sklearn;

import gemwright.onnx.Value;

import java.util.Optional;

/// What a clusterer or an outlier detector says.
///
/// @param label what `predict` gives, int64 `[N]`
/// @param scores what stands behind it, `[N, width]`
public record Grouped(Value label, Optional<Value> scores, int width) {}
