package gemwright.source.tensorflow;

import gemwright.onnx.ElementType;

/// TensorFlow's numbers of element types: `DataType` of `types.proto`.
final class Types {
    private Types() {}

    /// The type of that number; undefined for resources, variants and quantized types.
    static ElementType of(long code) {
        return switch ((int) code) {
            case 1 -> ElementType.FLOAT;
            case 2 -> ElementType.DOUBLE;
            case 3 -> ElementType.INT32;
            case 4 -> ElementType.UINT8;
            case 5 -> ElementType.INT16;
            case 6 -> ElementType.INT8;
            case 7 -> ElementType.STRING;
            case 8 -> ElementType.COMPLEX64;
            case 9 -> ElementType.INT64;
            case 10 -> ElementType.BOOL;
            case 14 -> ElementType.BFLOAT16;
            case 17 -> ElementType.UINT16;
            case 18 -> ElementType.COMPLEX128;
            case 19 -> ElementType.FLOAT16;
            case 22 -> ElementType.UINT32;
            case 23 -> ElementType.UINT64;
            default -> ElementType.UNDEFINED;
        };
    }
}
