package gemwright.onnx.transpose;

import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A constant matrix with rows and columns exchanged, made when it is written.
final class TurnedMatrix {
    private static final long STRIP_BYTES = 1 << 22;

    private TurnedMatrix() {}

    static Tensor of(Tensor matrix) {
        int rows = Math.toIntExact(matrix.shape().at(0));
        int columns = Math.toIntExact(matrix.shape().at(1));
        int width = matrix.type().bits() / 8;
        TensorData turned =
                TensorData.streamed(
                        matrix.data().bytes(),
                        out -> write(matrix.data().raw(), rows, columns, width, out));
        return matrix.with(matrix.type(), Longs.of(columns, rows), turned);
    }

    /// A strip of columns at a time, so that every row of the source is read in runs.
    private static void write(
            MemorySegment from, int rows, int columns, int width, OutputStream out)
            throws IOException {
        int strip = Math.clamp(STRIP_BYTES / Math.max(1L, (long) rows * width), 1, 64);
        byte[] run = new byte[strip * width];
        byte[] turned = new byte[Math.multiplyExact(strip * width, rows)];
        for (int column = 0; column < columns; column += strip) {
            int count = Math.min(strip, columns - column);
            for (int row = 0; row < rows; row++) {
                long at = ((long) row * columns + column) * width;
                MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, run, 0, count * width);
                for (int i = 0; i < count; i++) {
                    System.arraycopy(run, i * width, turned, (i * rows + row) * width, width);
                }
            }
            out.write(turned, 0, count * rows * width);
        }
    }
}
