package gemwright.runtime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;

import gemwright.data.DType;
import gemwright.onnx.ElementType;

import java.util.Locale;
import java.util.Optional;

/// The element types of ONNX, of arrays and of ONNX Runtime's Java side, held against each other.
final class ElementTypes {
    private static final String PREFIX = "ONNX_TENSOR_ELEMENT_DATA_TYPE_";

    private ElementTypes() {}

    /// The element type of a tensor as ONNX Runtime describes it.
    static ElementType of(TensorInfo info) {
        String name = info.onnxType.name().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        return ElementType.of(name).orElse(ElementType.UNDEFINED);
    }

    /// The element type of a part of a map or sequence.
    static ElementType of(OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> ElementType.FLOAT;
            case DOUBLE -> ElementType.DOUBLE;
            case INT8 -> ElementType.INT8;
            case INT16 -> ElementType.INT16;
            case INT32 -> ElementType.INT32;
            case INT64 -> ElementType.INT64;
            case BOOL -> ElementType.BOOL;
            case STRING -> ElementType.STRING;
            case UINT8 -> ElementType.UINT8;
            case FLOAT16 -> ElementType.FLOAT16;
            case BFLOAT16 -> ElementType.BFLOAT16;
            case UNKNOWN -> ElementType.UNDEFINED;
        };
    }

    /// The array type with the same layout; empty for types that arrays do not have: those of 8
    /// bits and fewer for machine learning only.
    static Optional<DType> array(ElementType type) {
        return switch (type) {
            case FLOAT -> Optional.of(DType.FLOAT32);
            case DOUBLE -> Optional.of(DType.FLOAT64);
            case FLOAT16 -> Optional.of(DType.FLOAT16);
            case BFLOAT16 -> Optional.of(DType.BFLOAT16);
            case INT8 -> Optional.of(DType.INT8);
            case INT16 -> Optional.of(DType.INT16);
            case INT32 -> Optional.of(DType.INT32);
            case INT64 -> Optional.of(DType.INT64);
            case UINT8 -> Optional.of(DType.UINT8);
            case UINT16 -> Optional.of(DType.UINT16);
            case UINT32 -> Optional.of(DType.UINT32);
            case UINT64 -> Optional.of(DType.UINT64);
            case BOOL -> Optional.of(DType.BOOL);
            case STRING -> Optional.of(DType.STRING);
            case UNDEFINED,
                    COMPLEX64,
                    COMPLEX128,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1,
                    UINT4,
                    INT4,
                    UINT2,
                    INT2 ->
                    Optional.empty();
        };
    }

    /// The type under which ONNX Runtime's Java side takes that array. It knows no unsigned whole
    /// numbers but `uint8`: those go in as signed ones of the same bits, see [UnsignedCast].
    static OnnxJavaType carrier(DType type) {
        return switch (type) {
            case FLOAT32 -> OnnxJavaType.FLOAT;
            case FLOAT64 -> OnnxJavaType.DOUBLE;
            case FLOAT16 -> OnnxJavaType.FLOAT16;
            case BFLOAT16 -> OnnxJavaType.BFLOAT16;
            case INT8 -> OnnxJavaType.INT8;
            case UINT8 -> OnnxJavaType.UINT8;
            case INT16, UINT16 -> OnnxJavaType.INT16;
            case INT32, UINT32 -> OnnxJavaType.INT32;
            case INT64, UINT64 -> OnnxJavaType.INT64;
            case BOOL -> OnnxJavaType.BOOL;
            case STRING -> OnnxJavaType.STRING;
            case COMPLEX64, COMPLEX128 -> OnnxJavaType.UNKNOWN;
        };
    }
}
