package gemwright.onnx;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/// Integers of a tensor that stand in the file as numbers of variable length (`int32_data`,
/// `int64_data`, `uint64_data`), decoded; narrow types fill the low bits, elements below a byte
/// stand packed, a byte a number.
final class VarintData extends TensorData {
    private final long[] values;
    private final int width;

    /// @param width bytes of one number in the raw layout: 1, 2, 4 or 8
    VarintData(long[] values, int width) {
        this.values = values;
        this.width = width;
    }

    @Override
    public long bytes() {
        return (long) values.length * width;
    }

    @Override
    public MemorySegment raw() {
        if (width == Long.BYTES && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            return MemorySegment.ofArray(values).asReadOnly();
        }
        MemorySegment raw = MemorySegment.ofArray(new byte[Math.toIntExact(bytes())]);
        for (int i = 0; i < values.length; i++) {
            for (int b = 0; b < width; b++) {
                long at = (long) i * width + b;
                raw.set(ValueLayout.JAVA_BYTE, at, (byte) (values[i] >>> (8 * b)));
            }
        }
        return raw.asReadOnly();
    }

    @Override
    public void writeTo(WritableByteChannel out) throws IOException {
        ByteBuffer buffer = raw().asByteBuffer();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
