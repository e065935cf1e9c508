package gemwright.source.sklearn;

import gemwright.onnx.Value;

import java.util.Optional;

/// What a classifier says of one target.
///
/// @param labels the classes
/// @param index place of the chosen class in `labels`, int64 `[N]`; for [Labels.Indicators] 1 and 0
///   for each label, `[N, labels]`
/// @param probabilities what `predict_proba` gives, `[N, classes]`
/// @param scores what `decision_function` gives, `[N, classes]`, or `[N, 1]` for two classes
public record Classified(
        Labels labels, Value index, Optional<Value> probabilities, Optional<Value> scores) {}
