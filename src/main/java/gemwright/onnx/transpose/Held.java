package gemwright.onnx.transpose;

/// What a value of the original graph is in the new one: another value, transposed.
///
/// @param source name of the value in the new graph
/// @param order the value is `Transpose(source, order)`
record Held(String source, Permutation order) {}
