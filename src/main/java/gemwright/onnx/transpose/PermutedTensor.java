package gemwright.onnx.transpose;

import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/// A constant with its axes in another order, made when it is written.
final class PermutedTensor {
    private static final int RUN_BYTES = 1 << 16;
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private PermutedTensor() {}

    /// The tensor transposed; empty for text and for numbers below a byte.
    static Optional<Tensor> of(Tensor tensor, Permutation order) {
        int bits = tensor.data().isText() ? 0 : tensor.type().bits();
        if (bits == 0 || bits % 8 != 0) {
            return Optional.empty();
        }
        if (order.rank() == 2 && !order.isIdentity()) {
            return Optional.of(TurnedMatrix.of(tensor));
        }
        long[] sizes = new long[order.rank()];
        long[] steps = new long[order.rank()];
        long step = bits / 8;
        long[] sourceSteps = new long[order.rank()];
        for (int axis = order.rank() - 1; axis >= 0; axis--) {
            sourceSteps[axis] = step;
            step *= tensor.shape().at(axis);
        }
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = tensor.shape().at(order.source(axis));
            steps[axis] = sourceSteps[order.source(axis)];
        }
        int width = bits / 8;
        TensorData data =
                TensorData.streamed(
                        tensor.data().bytes(),
                        out -> write(tensor.data().raw(), sizes, steps, width, out));
        return Optional.of(tensor.with(tensor.type(), Longs.of(sizes), data));
    }

    /// Along the last axis in a row, which is where most of the elements are.
    private static void write(
            MemorySegment from, long[] sizes, long[] steps, int width, OutputStream out)
            throws IOException {
        int last = sizes.length - 1;
        long row = last < 0 ? 1 : sizes[last];
        long step = last < 0 ? width : steps[last];
        long rows = from.byteSize() / width / Math.max(1, row);
        byte[] run = new byte[RUN_BYTES - RUN_BYTES % width];
        long[] index = new long[Math.max(0, last)];
        int filled = 0;
        long start = 0;
        while (rows-- > 0) {
            long at = start;
            for (long i = 0; i < row; i++, at += step) {
                copy(from, at, run, filled, width);
                filled += width;
                if (filled == run.length) {
                    out.write(run, 0, filled);
                    filled = 0;
                }
            }
            for (int axis = last - 1; axis >= 0; axis--) {
                start += steps[axis];
                if (++index[axis] < sizes[axis]) {
                    break;
                }
                start -= index[axis] * steps[axis];
                index[axis] = 0;
            }
        }
        out.write(run, 0, filled);
    }

    private static void copy(MemorySegment from, long at, byte[] to, int place, int width) {
        if (width == Integer.BYTES) {
            INTS.set(to, place, from.get(ValueLayout.JAVA_INT_UNALIGNED, at));
        } else {
            MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, to, place, width);
        }
    }
}
