package gemwright.serve.model;

import gemwright.data.DType;

/// One value of a row, as clients send it.
///
/// @param name as in the training data, or the name of the model's input
/// @param type what the model reads it as
/// @param maybeMissing whether the model was made to handle a missing number
public record Feature(String name, DType type, boolean maybeMissing) {}
