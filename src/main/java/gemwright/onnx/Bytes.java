package gemwright.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Moves tensor bytes between segments and channels, a megabyte at a time.
final class Bytes {
    private static final int CHUNK = 1 << 20;

    private Bytes() {}

    static void writeTo(WritableByteChannel out, MemorySegment bytes) throws IOException {
        for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
            long length = Math.min(CHUNK, bytes.byteSize() - at);
            ByteBuffer buffer = bytes.asSlice(at, length).asByteBuffer();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        }
    }

    /// The data in memory of its own: outside the heap where it is large.
    static MemorySegment gathered(TensorData data) {
        MemorySegment target =
                data.bytes() <= CHUNK
                        ? MemorySegment.ofArray(new byte[(int) data.bytes()])
                        : Arena.ofAuto().allocate(data.bytes());
        try {
            data.writeTo(new Into(target));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.asReadOnly();
    }

    /// A channel that fills a segment.
    private static final class Into implements WritableByteChannel {
        private final MemorySegment target;
        private long at;

        Into(MemorySegment target) {
            this.target = target;
        }

        @Override
        public int write(ByteBuffer source) {
            int length = source.remaining();
            target.asSlice(at, length).copyFrom(MemorySegment.ofBuffer(source));
            source.position(source.limit());
            at += length;
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /// A buffered stream onto a channel that holds its writer to the promised number of bytes: one
    /// too many or too few would shift everything behind it.
    static final class Counted extends OutputStream {
        private final OutputStream out;
        private final long promised;
        private long written;

        Counted(WritableByteChannel out, long promised) {
            this.out = new BufferedOutputStream(new ToChannel(out), CHUNK);
            this.promised = promised;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        void finish() throws IOException {
            out.flush();
            if (written != promised) {
                throw new IllegalStateException(written + " bytes written of " + promised);
            }
        }

        private void count(int more) {
            written += more;
            if (written > promised) {
                throw new IllegalStateException("more than the " + promised + " bytes promised");
            }
        }
    }

    /// A stream onto a channel. `Channels.newOutputStream` would do, were it not for its lock.
    private static final class ToChannel extends OutputStream {
        private final WritableByteChannel out;

        ToChannel(WritableByteChannel out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        }
    }
}
