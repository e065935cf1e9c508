package gemwright.quantize;

import gemwright.onnx.TensorData;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// A weight in INT8: `w ≈ scale · q`, q from −127 to 127, zero at zero, one scale a column or a
/// row.
///
/// The scales are found in one pass over the weight; the bytes are made when they are written.
final class Int8 {
    private static final int LARGEST = 127;

    private final Matrix weight;
    private final boolean byRow;
    private final float[] scales;
    private final boolean finite;

    private Int8(Matrix weight, boolean byRow, float[] largest) {
        this.weight = weight;
        this.byRow = byRow;
        this.scales = largest;
        boolean all = true;
        for (int i = 0; i < scales.length; i++) {
            all &= Float.isFinite(largest[i]);
            float scale = largest[i] / LARGEST;
            // A channel of zeros, or of numbers too small for a scale, becomes zeros.
            scales[i] = scale >= Float.MIN_NORMAL ? scale : 1;
        }
        this.finite = all;
    }

    /// One scale a column.
    static Int8 byColumn(Matrix weight) {
        return new Int8(weight, false, largest(weight, false));
    }

    /// One scale a row.
    static Int8 byRow(Matrix weight) {
        return new Int8(weight, true, largest(weight, true));
    }

    /// One scale for all.
    Int8 perTensor() {
        float[] same = new float[scales.length];
        float most = 0;
        for (float scale : largest(weight, byRow)) {
            most = Math.max(most, scale);
        }
        Arrays.fill(same, most);
        return new Int8(weight, byRow, same);
    }

    private static float[] largest(Matrix weight, boolean byRow) {
        int columns = weight.columns();
        float[] largest = new float[byRow ? weight.rows() : columns];
        try {
            weight.blocks(
                    (values, first, count) -> {
                        for (int i = 0; i < count * columns; i++) {
                            int channel = byRow ? first + i / columns : i % columns;
                            largest[channel] = Math.max(largest[channel], Math.abs(values[i]));
                        }
                    });
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return largest;
    }

    /// Whether every number of the weight is finite.
    boolean finite() {
        return finite;
    }

    /// The scales, one a channel.
    float[] scales() {
        return scales.clone();
    }

    /// The bytes, row by row.
    TensorData data() {
        return TensorData.streamed((long) weight.rows() * weight.columns(), this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        int columns = weight.columns();
        weight.blocks(
                (values, first, count) -> {
                    byte[] bytes = new byte[count * columns];
                    for (int i = 0; i < bytes.length; i++) {
                        float scale = scales[byRow ? first + i / columns : i % columns];
                        double rounded = Math.rint(values[i] / scale);
                        bytes[i] = (byte) Math.clamp(rounded, -LARGEST, LARGEST);
                    }
                    out.write(bytes);
                });
    }
}
