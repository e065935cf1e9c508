package gemwright.source.torch.saved;

import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.TensorData;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A tensor as PyTorch keeps it: sizes, strides and an offset into a storage, all in elements.
final class StridedView {
    /// Elements may repeat (stride 0), but not without end: more than the storage holds are only
    /// read up to this many bytes.
    private static final long LARGEST_REPEATED = 1L << 28;

    private static final int CHUNK = 1 << 16;

    private final ElementType type;
    private final Longs sizes;
    private final Longs strides;
    private final long offset;
    private final MemorySegment storage;

    private StridedView(
            ElementType type, Longs sizes, Longs strides, long offset, MemorySegment storage) {
        this.type = type;
        this.sizes = sizes;
        this.strides = strides;
        this.offset = offset;
        this.storage = storage;
    }

    static StridedView of(
            ElementType type, Longs sizes, Longs strides, long offset, MemorySegment storage) {
        return new StridedView(type, sizes, strides, offset, storage);
    }

    /// Whether every element lies in the storage.
    boolean fits() {
        long held = storage.byteSize() / width();
        try {
            long count = count();
            if (count == 0) {
                return true;
            }
            long last = offset;
            for (int i = 0; i < sizes.size(); i++) {
                long reach = Math.multiplyExact(sizes.at(i) - 1, strides.at(i));
                last = Math.addExact(last, reach);
            }
            long bytes = Math.multiplyExact(count, width());
            return last < held && (count <= held || bytes <= LARGEST_REPEATED);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private long count() {
        long count = 1;
        for (int i = 0; i < sizes.size(); i++) {
            // A zero anywhere makes it empty, however large the others are.
            if (sizes.at(i) == 0) {
                return 0;
            }
        }
        for (int i = 0; i < sizes.size(); i++) {
            count = Math.multiplyExact(count, sizes.at(i));
        }
        return count;
    }

    private long width() {
        return type.bits() / 8;
    }

    /// The elements in row-major order: a window where they lie so, else gathered when wanted.
    TensorData data() {
        long bytes = count() * width();
        return isContiguous()
                ? TensorData.window(storage.asSlice(bytes == 0 ? 0 : offset * width(), bytes))
                : TensorData.streamed(bytes, this::gather);
    }

    private boolean isContiguous() {
        long expected = 1;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            if (sizes.at(i) != 1 && strides.at(i) != expected) {
                return count() == 0;
            }
            expected *= sizes.at(i);
        }
        return true;
    }

    private void gather(OutputStream out) throws IOException {
        int width = (int) width();
        byte[] chunk = new byte[CHUNK / width * width];
        int filled = 0;
        long[] index = new long[sizes.size()];
        long at = offset;
        for (long left = count(); left > 0; left--) {
            MemorySegment.copy(storage, ValueLayout.JAVA_BYTE, at * width, chunk, filled, width);
            filled += width;
            if (filled == chunk.length) {
                out.write(chunk, 0, filled);
                filled = 0;
            }
            at = next(index, at);
        }
        out.write(chunk, 0, filled);
    }

    /// Moves to the next element in row-major order; its place in the storage.
    private long next(long[] index, long at) {
        long moved = at;
        for (int i = index.length - 1; i >= 0; i--) {
            moved += strides.at(i);
            if (++index[i] < sizes.at(i)) {
                return moved;
            }
            moved -= index[i] * strides.at(i);
            index[i] = 0;
        }
        return moved;
    }
}
