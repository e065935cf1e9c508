package gemwright.quantize;

import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A float weight as rows and columns, straight or turned, read block by block from where it lies.
final class Matrix {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Numbers in a block, about.
    private static final int BLOCK = 1 << 18;

    private final MemorySegment raw;
    private final int rows;
    private final int columns;
    private final boolean turned;

    private Matrix(MemorySegment raw, int rows, int columns, boolean turned) {
        this.raw = raw;
        this.rows = rows;
        this.columns = columns;
        this.turned = turned;
    }

    /// A block of whole rows.
    @FunctionalInterface
    interface Block {
        /// Takes the next rows.
        ///
        /// @param values the rows one after the other; used again for the next block
        void take(float[] values, int firstRow, int count) throws IOException;
    }

    /// A tensor of floats; dimensions before the last are rows.
    static Matrix of(Tensor tensor) {
        Longs shape = tensor.shape();
        int columns = shape.isEmpty() ? 1 : Math.toIntExact(shape.at(shape.size() - 1));
        return of(tensor, columns == 0 ? 0 : Math.toIntExact(tensor.size() / columns));
    }

    /// A tensor of floats as that many rows.
    static Matrix of(Tensor tensor, int rows) {
        int columns = rows == 0 ? 0 : Math.toIntExact(tensor.size() / rows);
        return new Matrix(tensor.data().raw(), rows, columns, false);
    }

    /// The same numbers with rows and columns exchanged; nothing is moved.
    Matrix turned() {
        return new Matrix(raw, /* rows= */ columns, /* columns= */ rows, !turned);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /// All rows, in blocks.
    void blocks(Block block) throws IOException {
        int count = Math.clamp(BLOCK / Math.max(1, columns), 1, Math.max(1, rows));
        float[] values = new float[count * columns];
        for (int first = 0; first < rows; first += count) {
            int now = Math.min(count, rows - first);
            if (turned) {
                readTurned(values, first, now);
            } else {
                MemorySegment.copy(
                        raw, FLOAT, (long) first * columns * 4, values, 0, now * columns);
            }
            block.take(values, first, now);
        }
    }

    /// A stored row holds one column.
    private void readTurned(float[] values, int first, int count) {
        float[] piece = new float[count];
        for (int column = 0; column < columns; column++) {
            MemorySegment.copy(raw, FLOAT, ((long) column * rows + first) * 4, piece, 0, count);
            for (int row = 0; row < count; row++) {
                values[row * columns + column] = piece[row];
            }
        }
    }

    /// Writes the floats row by row.
    void writeTo(OutputStream out) throws IOException {
        blocks(
                (values, first, count) -> {
                    int size = count * columns;
                    ByteBuffer bytes = ByteBuffer.allocate(size * 4).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.asFloatBuffer().put(values, 0, size);
                    out.write(bytes.array());
                });
    }
}
