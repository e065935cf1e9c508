package gemwright.ui.inspect;

/// A constant tensor of a model.
///
/// @param type element type as numpy spells it
/// @param shape `[128, 64]`
/// @param elements how many
record TensorRow(String name, String type, String shape, long elements, long bytes) {}
