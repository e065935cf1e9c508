package gemwright.source.torch.trial;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.AtenGraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A network that can be written into a graph, once its inputs are known.
@FunctionalInterface
public interface Network {
    /// Writes it.
    ///
    /// @param inputs in the order of the guess
    /// @throws Problem where inputs of that kind cannot be meant, or a part has no form in ONNX
    Written write(List<Value> inputs, AtenGraph g) throws Problem;

    /// What came of it.
    ///
    /// @param outputs by name, in order
    /// @param withoutBatch whether a layer took its input for a single sample, as some do by its
    ///   rank
    record Written(Map<String, Value> outputs, boolean withoutBatch) {
        public Written {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }
}
