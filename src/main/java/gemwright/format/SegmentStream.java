package gemwright.format;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A segment as a stream of bytes.
public final class SegmentStream extends InputStream {
    private final MemorySegment bytes;
    private long at;

    /// Starts at the first byte.
    public SegmentStream(MemorySegment bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return at == bytes.byteSize() ? -1 : bytes.get(ValueLayout.JAVA_BYTE, at++) & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        int length = (int) Math.min(count, bytes.byteSize() - at);
        if (length == 0) {
            return count == 0 ? 0 : -1;
        }
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, into, from, length);
        at += length;
        return length;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, bytes.byteSize() - at);
    }

    /// The segment belongs to somebody else.
    @Override
    public void close() {}
}
