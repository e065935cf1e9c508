package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the program says of a tensor (`TensorMeta` of `torch/_export/serde/schema.py`, release
/// 2.9).
///
/// @param type what it holds
record TensorMeta(ElementType type, List<Size> sizes, List<Size> strides, Size offset) {
    private static final long STRIDED = 7;
    private static final Map<Long, ElementType> TYPES =
            Map.ofEntries(
                    Map.entry(1L, ElementType.UINT8),
                    Map.entry(2L, ElementType.INT8),
                    Map.entry(3L, ElementType.INT16),
                    Map.entry(4L, ElementType.INT32),
                    Map.entry(5L, ElementType.INT64),
                    Map.entry(6L, ElementType.FLOAT16),
                    Map.entry(7L, ElementType.FLOAT),
                    Map.entry(8L, ElementType.DOUBLE),
                    Map.entry(12L, ElementType.BOOL),
                    Map.entry(13L, ElementType.BFLOAT16),
                    Map.entry(28L, ElementType.UINT16),
                    Map.entry(29L, ElementType.FLOAT8E4M3FN),
                    Map.entry(30L, ElementType.FLOAT8E5M2),
                    Map.entry(34L, ElementType.UINT32),
                    Map.entry(35L, ElementType.UINT64));

    TensorMeta {
        sizes = List.copyOf(sizes);
        strides = List.copyOf(strides);
    }

    /// The element type of that number; empty for one that ONNX cannot compute with.
    static Optional<ElementType> type(long code) {
        return Optional.ofNullable(TYPES.get(code));
    }

    static TensorMeta of(Fields fields) throws Problem {
        Optional<ElementType> type = type(fields.whole("dtype"));
        if (type.isEmpty() || fields.whole("layout") != STRIDED) {
            throw Problem.of("torch.damaged", fields.where(), "a tensor is of an unknown type");
        }
        return new TensorMeta(
                type.get(),
                sizes(fields, "sizes"),
                sizes(fields, "strides"),
                Symbols.size(Fields.of(fields.get("storage_offset"), fields.where())));
    }

    private static List<Size> sizes(Fields fields, String name) throws Problem {
        List<Size> sizes = new ArrayList<>();
        for (Object size : fields.list(name)) {
            sizes.add(Symbols.size(Fields.of(size, fields.where())));
        }
        return sizes;
    }
}
