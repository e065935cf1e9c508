package gemwright.onnx;

/// Floats of eight bits and fewer: FP8 (arXiv:2209.05433, arXiv:2206.02915) and the OCP
/// Microscaling formats, version 1.0.
final class SmallFloat {
    private SmallFloat() {}

    /// The value of these bits.
    static double decode(ElementType type, int bits) {
        return switch (type) {
            case FLOAT8E4M3FN -> (bits & 0x7F) == 0x7F ? Double.NaN : ieee(bits, 4, 3, 7);
            case FLOAT8E4M3FNUZ -> bits == 0x80 ? Double.NaN : ieee(bits, 4, 3, 8);
            case FLOAT8E5M2 -> e5m2(bits);
            case FLOAT8E5M2FNUZ -> bits == 0x80 ? Double.NaN : ieee(bits, 5, 2, 16);
            case FLOAT8E8M0 -> bits == 0xFF ? Double.NaN : Math.scalb(1.0, bits - 127);
            case FLOAT6E2M3 -> ieee(bits, 2, 3, 1);
            case FLOAT6E3M2 -> ieee(bits, 3, 2, 3);
            case FLOAT4E2M1 -> ieee(bits, 2, 1, 1);
            default -> throw new IllegalArgumentException(type.spelling());
        };
    }

    private static double e5m2(int bits) {
        int magnitude = bits & 0x7F;
        if (magnitude > 0x7C) {
            return Double.NaN;
        }
        if (magnitude == 0x7C) {
            return bits < 0x80 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return ieee(bits, 5, 2, 15);
    }

    /// Sign, exponent, mantissa from the highest bit down; exponent 0 is subnormal.
    private static double ieee(int bits, int exponentBits, int mantissaBits, int bias) {
        int mantissa = bits & (1 << mantissaBits) - 1;
        int exponent = bits >>> mantissaBits & (1 << exponentBits) - 1;
        double sign = bits >>> (mantissaBits + exponentBits) == 0 ? 1 : -1;
        double fraction = mantissa / (double) (1 << mantissaBits);
        double magnitude =
                exponent == 0
                        ? Math.scalb(fraction, 1 - bias)
                        : Math.scalb(1 + fraction, exponent - bias);
        return sign * magnitude;
    }
}
