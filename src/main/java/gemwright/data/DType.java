package gemwright.data;

/// What one element of an [NdArray] is, spelled as numpy spells it.
public enum DType {
    BOOL("bool", 1),
    INT8("int8", 1),
    INT16("int16", 2),
    INT32("int32", 4),
    INT64("int64", 8),
    UINT8("uint8", 1),
    UINT16("uint16", 2),
    UINT32("uint32", 4),
    UINT64("uint64", 8),
    FLOAT16("float16", 2),
    BFLOAT16("bfloat16", 2),
    FLOAT32("float32", 4),
    FLOAT64("float64", 8),
    COMPLEX64("complex64", 8),
    COMPLEX128("complex128", 16),
    /// Unicode text; has no fixed width.
    STRING("str", 0);

    private final String numpy;
    private final int bytes;

    DType(String numpy, int bytes) {
        this.numpy = numpy;
        this.bytes = bytes;
    }

    /// The name in numpy, such as `float32`.
    public String numpy() {
        return numpy;
    }

    /// Bytes of one element; 0 for text.
    public int bytes() {
        return bytes;
    }

    /// Whether it is a real number with a fraction.
    public boolean real() {
        return switch (this) {
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> true;
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, STRING -> false;
            case COMPLEX64, COMPLEX128 -> false;
        };
    }

    /// Whether it is a whole number; truth values are not.
    public boolean whole() {
        return switch (this) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
            case BOOL, FLOAT16, BFLOAT16, FLOAT32, FLOAT64, STRING -> false;
            case COMPLEX64, COMPLEX128 -> false;
        };
    }
}
