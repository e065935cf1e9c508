package gemwright.ui.inspect;

import gemwright.scan.Finding;
import gemwright.scan.Verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that the Model screen shows of a file.
///
/// @param file where it lies
/// @param format the command line's `format` field
/// @param producer what wrote it, with the version; may be empty
/// @param bytes its size
/// @param sha256 of its content; empty where nobody needs to compare it
/// @param suspect bytes at the place that weighs most, as far as the file holds them as they are
/// @param verdict whether it is safe to load
/// @param findings what speaks against it
/// @param known how many names in it are known to hold data only
/// @param placement its graph, laid out
/// @param nodes nodes or steps in the order of computation
/// @param tensors constants, where the format has them by name
/// @param values inputs, then outputs
/// @param metadata what the file says about itself
record Inspected(
        Path file,
        String format,
        String producer,
        long bytes,
        String sha256,
        Optional<Suspect> suspect,
        Verdict verdict,
        List<Finding> findings,
        int known,
        Placement placement,
        List<NodeRow> nodes,
        List<TensorRow> tensors,
        List<ValueRow> values,
        Map<String, String> metadata) {
    Inspected {
        findings = List.copyOf(findings);
        nodes = List.copyOf(nodes);
        tensors = List.copyOf(tensors);
        values = List.copyOf(values);
        metadata = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(metadata));
    }

    /// Bytes of the file to look at.
    ///
    /// @param offset of the first
    /// @param bytes each from 0 to 255
    record Suspect(long offset, List<Integer> bytes) {
        Suspect {
            bytes = List.copyOf(bytes);
        }
    }

    /// Whether it is ONNX already, and so needs no conversion.
    boolean onnx() {
        return format.equals("onnx");
    }
}
