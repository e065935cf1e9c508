package gemwright.ui.inspect;

/// An input or an output.
///
/// @param output whether it is one
/// @param type element type as ONNX spells it
/// @param shape `[N, 1]`, or empty where it is not known
record ValueRow(String name, boolean output, String type, String shape) {}
