package gemwright.serve.v2;

import gemwright.data.NdArray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An inference request that was understood.
///
/// @param id to be echoed
/// @param outputs the ones asked for; none for all
/// @param binaryByDefault whether outputs come as raw bytes where nothing else is asked for
record InferRequest(
        Optional<String> id,
        Map<String, NdArray> inputs,
        List<Wanted> outputs,
        boolean binaryByDefault) {
    InferRequest {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = List.copyOf(outputs);
    }

    /// An output that was asked for, as JSON or as raw bytes.
    record Wanted(String name, boolean binary) {}
}
