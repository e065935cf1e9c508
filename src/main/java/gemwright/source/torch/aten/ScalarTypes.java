package gemwright.source.torch.aten;

import gemwright.onnx.ElementType;

import java.util.Map;
import java.util.Optional;

/// Element types by PyTorch's numbers (`c10/core/ScalarType.h` of release 2.9).
public final class ScalarTypes {
    private static final Map<Long, ElementType> BY_CODE =
            Map.ofEntries(
                    Map.entry(0L, ElementType.UINT8),
                    Map.entry(1L, ElementType.INT8),
                    Map.entry(2L, ElementType.INT16),
                    Map.entry(3L, ElementType.INT32),
                    Map.entry(4L, ElementType.INT64),
                    Map.entry(5L, ElementType.FLOAT16),
                    Map.entry(6L, ElementType.FLOAT),
                    Map.entry(7L, ElementType.DOUBLE),
                    Map.entry(11L, ElementType.BOOL),
                    Map.entry(15L, ElementType.BFLOAT16),
                    Map.entry(27L, ElementType.UINT16),
                    Map.entry(28L, ElementType.UINT32),
                    Map.entry(29L, ElementType.UINT64));

    private ScalarTypes() {}

    /// The element type of that number; empty for one that ONNX cannot compute with.
    public static Optional<ElementType> of(long code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /// The number of that element type; empty where PyTorch has none.
    public static Optional<Long> code(ElementType type) {
        return BY_CODE.entrySet().stream()
                .filter(e -> e.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
