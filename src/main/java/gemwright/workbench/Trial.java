package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.onnx.Dimension;
import gemwright.runtime.Port;
import gemwright.runtime.Session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a model on rows of zeros and empty texts, at two batch sizes: a model that loads may still
/// fail when it runs, or only with one row.
final class Trial {
    private static final List<Integer> BATCHES = List.of(1, 3);

    private Trial() {}

    /// Tries it, where all but the number of rows is known of the inputs.
    ///
    /// @throws Problem where the model fails
    static void run(Session session) throws Problem {
        for (int rows : BATCHES) {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            for (Port input : session.inputs()) {
                Optional<NdArray> zeros = zeros(input, rows);
                if (zeros.isEmpty()) {
                    return;
                }
                arrays.put(input.name(), zeros.get());
            }
            session.run(arrays);
        }
    }

    private static Optional<NdArray> zeros(Port input, int rows) {
        List<Dimension> dimensions = input.dimensions();
        if (input.shape().isEmpty()) {
            return Optional.empty();
        }
        long[] sizes = new long[dimensions.size()];
        int size = 1;
        for (int i = 0; i < sizes.length; i++) {
            boolean fixed = input.fixed(i).isPresent();
            if (!fixed && i > 0) {
                return Optional.empty();
            }
            sizes[i] = input.fixed(i).orElse(rows);
            size = Math.multiplyExact(size, Math.toIntExact(sizes[i]));
        }
        return switch (input.element()) {
            case FLOAT -> Optional.of(NdArray.of(new float[size], sizes));
            case DOUBLE -> Optional.of(NdArray.of(new double[size], sizes));
            case INT64 -> Optional.of(NdArray.of(new long[size], sizes));
            case INT32 -> Optional.of(NdArray.of(new int[size], sizes));
            case BOOL -> Optional.of(NdArray.of(new boolean[size], sizes));
            case STRING -> Optional.of(NdArray.of(Collections.nCopies(size, ""), sizes));
            default -> Optional.empty();
        };
    }
}
