package gemwright.serve.predict;

import gemwright.data.NdArray;

import java.util.LinkedHashMap;
import java.util.Map;

/// A request that was understood.
///
/// @param form in which the answer is wanted
/// @param rows how many rows were sent; 1 for tensors
/// @param inputs the arrays of the model by input name
public record Asked(Form form, int rows, Map<String, NdArray> inputs) {
    /// How the rows were sent.
    public enum Form {
        /// One record: the answer holds single values.
        ONE,
        /// Rows or records: the answer holds lists in the same order.
        MANY,
        /// Whole arrays: the answer holds whole arrays.
        TENSORS
    }

    public Asked {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
