package gemwright.onnx;

import java.util.Arrays;
import java.util.Optional;

/// What a tensor holds: `TensorProto.DataType`.
public enum ElementType {
    UNDEFINED(0, "undefined", "void", 0),
    FLOAT(1, "float", "float32", 32),
    UINT8(2, "uint8", "uint8", 8),
    INT8(3, "int8", "int8", 8),
    UINT16(4, "uint16", "uint16", 16),
    INT16(5, "int16", "int16", 16),
    INT32(6, "int32", "int32", 32),
    INT64(7, "int64", "int64", 64),
    STRING(8, "string", "object", 0),
    BOOL(9, "bool", "bool", 8),
    FLOAT16(10, "float16", "float16", 16),
    DOUBLE(11, "double", "float64", 64),
    UINT32(12, "uint32", "uint32", 32),
    UINT64(13, "uint64", "uint64", 64),
    COMPLEX64(14, "complex64", "complex64", 64),
    COMPLEX128(15, "complex128", "complex128", 128),
    BFLOAT16(16, "bfloat16", "bfloat16", 16),
    FLOAT8E4M3FN(17, "float8e4m3fn", "float8_e4m3fn", 8),
    FLOAT8E4M3FNUZ(18, "float8e4m3fnuz", "float8_e4m3fnuz", 8),
    FLOAT8E5M2(19, "float8e5m2", "float8_e5m2", 8),
    FLOAT8E5M2FNUZ(20, "float8e5m2fnuz", "float8_e5m2fnuz", 8),
    UINT4(21, "uint4", "uint4", 4),
    INT4(22, "int4", "int4", 4),
    FLOAT4E2M1(23, "float4e2m1", "float4_e2m1fn", 4),
    FLOAT8E8M0(24, "float8e8m0", "float8_e8m0fnu", 8),
    UINT2(25, "uint2", "uint2", 2),
    INT2(26, "int2", "int2", 2),
    FLOAT6E2M3(27, "float6e2m3", "float6_e2m3fn", 6),
    FLOAT6E3M2(28, "float6e3m2", "float6_e3m2fn", 6);

    private final int code;
    private final String spelling;
    private final String numpy;
    private final int bits;

    ElementType(int code, String spelling, String numpy, int bits) {
        this.code = code;
        this.spelling = spelling;
        this.numpy = numpy;
        this.bits = bits;
    }

    /// The type of that number in onnx.proto; empty for one that is not in it.
    public static Optional<ElementType> of(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }

    /// The type of that ONNX spelling, `float` or `int64`.
    public static Optional<ElementType> of(String spelling) {
        return Arrays.stream(values()).filter(t -> t.spelling.equals(spelling)).findFirst();
    }

    /// Its number in onnx.proto.
    public int code() {
        return code;
    }

    /// Its ONNX name in lower case: `float`, `double`, `int64`.
    public String spelling() {
        return spelling;
    }

    /// Its name as numpy (and ml_dtypes) spells it: `float32`, `bfloat16`.
    public String numpy() {
        return numpy;
    }

    /// Bits of one element in the raw layout; 0 where elements have no fixed width.
    public int bits() {
        return bits;
    }

    /// Bytes of that many elements in the raw layout, where elements below a byte are packed from
    /// the lowest bit up.
    ///
    /// @throws ArithmeticException where that is more than a `long` can say
    public long bytes(long elements) {
        return bits >= 8
                ? Math.multiplyExact(elements, bits / 8)
                : Math.addExact(Math.multiplyExact(elements, bits), 7) / 8;
    }

    /// Whether elements are real numbers with a fraction.
    public boolean isFloating() {
        return switch (this) {
            case FLOAT,
                    DOUBLE,
                    FLOAT16,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1 ->
                    true;
            case UNDEFINED,
                    UINT8,
                    INT8,
                    UINT16,
                    INT16,
                    INT32,
                    INT64,
                    STRING,
                    BOOL,
                    UINT32,
                    UINT64,
                    COMPLEX64,
                    COMPLEX128,
                    UINT4,
                    INT4,
                    UINT2,
                    INT2 ->
                    false;
        };
    }

    /// Whether elements are whole numbers; `bool` is not one.
    public boolean isInteger() {
        return switch (this) {
            case UINT8,
                    INT8,
                    UINT16,
                    INT16,
                    INT32,
                    INT64,
                    UINT32,
                    UINT64,
                    UINT4,
                    INT4,
                    UINT2,
                    INT2 ->
                    true;
            case UNDEFINED,
                    STRING,
                    BOOL,
                    FLOAT,
                    DOUBLE,
                    FLOAT16,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1,
                    COMPLEX64,
                    COMPLEX128 ->
                    false;
        };
    }
}
