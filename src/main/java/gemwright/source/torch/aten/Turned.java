package gemwright.source.torch.aten;

import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A constant matrix with rows and columns exchanged, made when it is written.
final class Turned {
    private Turned() {}

    static Tensor of(Tensor matrix) {
        int rows = Math.toIntExact(matrix.shape().at(0));
        int columns = Math.toIntExact(matrix.shape().at(1));
        int width = matrix.type().bits() / 8;
        TensorData turned =
                TensorData.streamed(
                        matrix.data().bytes(),
                        out -> {
                            MemorySegment from = matrix.data().raw();
                            byte[] column = new byte[Math.multiplyExact(rows, width)];
                            for (long c = 0; c < columns; c++) {
                                for (int r = 0; r < rows; r++) {
                                    long at = ((long) r * columns + c) * width;
                                    MemorySegment.copy(
                                            from,
                                            ValueLayout.JAVA_BYTE,
                                            at,
                                            column,
                                            r * width,
                                            width);
                                }
                                out.write(column);
                            }
                        });
        return new Tensor(matrix.name() + "_t", matrix.type(), Longs.of(columns, rows), turned);
    }
}
