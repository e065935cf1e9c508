package gemwright.onnx;

import gemwright.format.protobuf.Bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The elements of a tensor in ONNX's raw layout (little-endian, no gaps, elements below a byte
/// packed from the lowest bit up), or its strings: a read-only window on a mapped file, an external
/// file or the heap, or a recipe that makes the bytes when they are wanted.
///
/// A class and not a record, since two windows are never equal: compare with [#contentEquals]. Data
/// that was read from a file is valid as long as its [OnnxFile] is open. Safe for many threads.
public abstract sealed class TensorData implements Bulk
        permits TensorData.Window, TensorData.Streamed, ExternalData, StringData {
    /// Writes the raw layout of a tensor, always the same bytes.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it; closing the stream is not its task.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Bytes in the raw layout; for strings the sum of their UTF-8 lengths.
    @Override
    public abstract long bytes();

    /// The raw layout, read-only. Data that is not stored this way (a recipe, numbers of variable
    /// length) is made anew each time.
    ///
    /// @throws IllegalStateException for strings
    public abstract MemorySegment raw();

    /// Writes the raw layout, without holding it where it is not held already.
    ///
    /// @throws IllegalStateException for strings
    @Override
    public abstract void writeTo(WritableByteChannel out) throws IOException;

    /// The strings.
    ///
    /// @throws IllegalStateException for anything but strings
    public List<String> strings() {
        throw new IllegalStateException("numbers, not strings");
    }

    /// Whether these are strings.
    public boolean isText() {
        return false;
    }

    /// Whether both hold the same elements, bit for bit. Element type and shape are not looked at.
    public boolean contentEquals(TensorData other) {
        if (isText() || other.isText()) {
            return isText() && other.isText() && strings().equals(other.strings());
        }
        return this == other || (bytes() == other.bytes() && raw().mismatch(other.raw()) == -1);
    }

    /// Floats.
    public static TensorData of(float... values) {
        ByteBuffer buffer = buffer(values.length, Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return raw(buffer);
    }

    /// Doubles.
    public static TensorData of(double... values) {
        ByteBuffer buffer = buffer(values.length, Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return raw(buffer);
    }

    /// 64-bit integers.
    public static TensorData of(long... values) {
        ByteBuffer buffer = buffer(values.length, Long.BYTES);
        buffer.asLongBuffer().put(values);
        return raw(buffer);
    }

    /// 32-bit integers.
    public static TensorData of(int... values) {
        ByteBuffer buffer = buffer(values.length, Integer.BYTES);
        buffer.asIntBuffer().put(values);
        return raw(buffer);
    }

    /// Bytes: 8-bit integers, booleans, or any other type in the raw layout.
    public static TensorData of(byte... values) {
        return new Window(MemorySegment.ofArray(values.clone()));
    }

    /// Strings.
    public static TensorData of(List<String> values) {
        return StringData.encoded(values);
    }

    /// The raw layout as it stands in a segment, which must stay as it is.
    public static TensorData window(MemorySegment raw) {
        return new Window(raw);
    }

    /// Data that is made whenever it is wanted, so that it need not be held: what a quantizer hands
    /// in for a weight.
    ///
    /// @param bytes how many bytes `content` writes
    public static TensorData streamed(long bytes, Content content) {
        return new Streamed(bytes, content);
    }

    private static ByteBuffer buffer(int count, int width) {
        return ByteBuffer.allocate(Math.multiplyExact(count, width)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorData raw(ByteBuffer buffer) {
        return new Window(MemorySegment.ofBuffer(buffer.clear()));
    }

    /// For debugging: how much, not what.
    @Override
    public String toString() {
        return bytes() + " bytes";
    }

    /// The raw layout as it stands in a file or on the heap.
    static final class Window extends TensorData {
        private final MemorySegment bytes;

        Window(MemorySegment bytes) {
            this.bytes = bytes.asReadOnly();
        }

        @Override
        public long bytes() {
            return bytes.byteSize();
        }

        @Override
        public MemorySegment raw() {
            return bytes;
        }

        @Override
        public void writeTo(WritableByteChannel out) throws IOException {
            Bytes.writeTo(out, bytes);
        }
    }

    /// A recipe.
    static final class Streamed extends TensorData {
        private final long bytes;
        private final Content content;

        Streamed(long bytes, Content content) {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes " + bytes);
            }
            this.bytes = bytes;
            this.content = content;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public MemorySegment raw() {
            return Bytes.gathered(this);
        }

        @Override
        public void writeTo(WritableByteChannel out) throws IOException {
            Bytes.Counted counted = new Bytes.Counted(out, bytes);
            content.writeTo(counted);
            counted.finish();
        }
    }

    /// UTF-8 bytes of a string.
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
