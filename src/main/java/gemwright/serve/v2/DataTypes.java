package gemwright.serve.v2;

import gemwright.data.DType;

import java.util.Optional;

/// The protocol's names of element types.
final class DataTypes {
    private DataTypes() {}

    /// `FP32` for `float32`.
    static String of(DType type) {
        return switch (type) {
            case BOOL -> "BOOL";
            case INT8 -> "INT8";
            case INT16 -> "INT16";
            case INT32 -> "INT32";
            case INT64 -> "INT64";
            case UINT8 -> "UINT8";
            case UINT16 -> "UINT16";
            case UINT32 -> "UINT32";
            case UINT64 -> "UINT64";
            case FLOAT16 -> "FP16";
            case BFLOAT16 -> "BF16";
            case FLOAT32 -> "FP32";
            case FLOAT64 -> "FP64";
            case STRING -> "BYTES";
            case COMPLEX64, COMPLEX128 -> "COMPLEX";
        };
    }

    /// The type of that name.
    static Optional<DType> of(String name) {
        for (DType type : DType.values()) {
            if (type != DType.COMPLEX64 && type != DType.COMPLEX128 && of(type).equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// Triton's name in a model configuration: `TYPE_FP32`, `TYPE_STRING`.
    static String configuration(DType type) {
        return type == DType.STRING ? "TYPE_STRING" : "TYPE_" + of(type);
    }
}
