package gemwright.source.torch.saved;

import gemwright.onnx.ElementType;

import java.util.Map;
import java.util.Optional;

/// Element types under PyTorch's names (`torch/storage.py` and `torch/csrc/utils/tensor_dtypes.cpp`
/// of release 2.9).
public final class ElementTypes {
    private static final Map<String, ElementType> OF_STORAGE =
            Map.ofEntries(
                    Map.entry("FloatStorage", ElementType.FLOAT),
                    Map.entry("DoubleStorage", ElementType.DOUBLE),
                    Map.entry("HalfStorage", ElementType.FLOAT16),
                    Map.entry("BFloat16Storage", ElementType.BFLOAT16),
                    Map.entry("LongStorage", ElementType.INT64),
                    Map.entry("IntStorage", ElementType.INT32),
                    Map.entry("ShortStorage", ElementType.INT16),
                    Map.entry("CharStorage", ElementType.INT8),
                    Map.entry("ByteStorage", ElementType.UINT8),
                    Map.entry("UntypedStorage", ElementType.UINT8),
                    Map.entry("BoolStorage", ElementType.BOOL),
                    Map.entry("ComplexFloatStorage", ElementType.COMPLEX64),
                    Map.entry("ComplexDoubleStorage", ElementType.COMPLEX128));

    private static final Map<String, ElementType> OF_TYPE =
            Map.ofEntries(
                    Map.entry("float", ElementType.FLOAT),
                    Map.entry("float32", ElementType.FLOAT),
                    Map.entry("double", ElementType.DOUBLE),
                    Map.entry("float64", ElementType.DOUBLE),
                    Map.entry("half", ElementType.FLOAT16),
                    Map.entry("float16", ElementType.FLOAT16),
                    Map.entry("bfloat16", ElementType.BFLOAT16),
                    Map.entry("int64", ElementType.INT64),
                    Map.entry("long", ElementType.INT64),
                    Map.entry("int32", ElementType.INT32),
                    Map.entry("int", ElementType.INT32),
                    Map.entry("int16", ElementType.INT16),
                    Map.entry("int8", ElementType.INT8),
                    Map.entry("uint8", ElementType.UINT8),
                    Map.entry("uint16", ElementType.UINT16),
                    Map.entry("uint32", ElementType.UINT32),
                    Map.entry("uint64", ElementType.UINT64),
                    Map.entry("bool", ElementType.BOOL),
                    Map.entry("complex64", ElementType.COMPLEX64),
                    Map.entry("complex128", ElementType.COMPLEX128),
                    Map.entry("float8_e4m3fn", ElementType.FLOAT8E4M3FN),
                    Map.entry("float8_e4m3fnuz", ElementType.FLOAT8E4M3FNUZ),
                    Map.entry("float8_e5m2", ElementType.FLOAT8E5M2),
                    Map.entry("float8_e5m2fnuz", ElementType.FLOAT8E5M2FNUZ),
                    Map.entry("float8_e8m0fnu", ElementType.FLOAT8E8M0));

    private ElementTypes() {}

    /// What a storage of that class holds: `FloatStorage`. Empty for quantized ones.
    public static Optional<ElementType> ofStorage(String name) {
        return Optional.ofNullable(OF_STORAGE.get(name));
    }

    /// The element type of that dtype: `float32`.
    public static Optional<ElementType> ofType(String name) {
        return Optional.ofNullable(OF_TYPE.get(name));
    }
}
