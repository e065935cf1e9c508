package gemwright.format.zstd;

import java.util.Arrays;
import java.util.zip.ZipException;

/// What was decompressed lately: as far back as a frame may repeat, and what is not fetched yet.
final class Window {
    private static final int BLOCK = 128 << 10;

    private byte[] bytes = new byte[2 * BLOCK];
    private int filled;
    private int fetched;
    private int reach;
    private long written;
    private long limit;
    private final Xxh64 hash = new Xxh64();

    /// Starts a frame that repeats at most that far back.
    void reset(int windowSize) {
        filled = 0;
        fetched = 0;
        reach = windowSize;
        written = 0;
        hash.reset();
    }

    /// Bytes of this frame so far.
    long written() {
        return written;
    }

    /// Checksum of this frame so far.
    long checksum() {
        return hash.value();
    }

    /// Bytes ready to be fetched.
    int ready() {
        return filled - fetched;
    }

    /// Takes bytes that are ready.
    int fetch(byte[] target, int offset, int length) {
        int taken = Math.min(length, ready());
        System.arraycopy(bytes, fetched, target, offset, taken);
        fetched += taken;
        return taken;
    }

    /// Makes room for a block, once all that was ready is fetched. What lies beyond reach is
    /// forgotten; memory grows with what was written, not with what a frame claims.
    void startBlock() {
        if (filled + BLOCK > bytes.length && filled > 2 * (long) reach) {
            System.arraycopy(bytes, filled - reach, bytes, 0, reach);
            filled = reach;
            fetched = reach;
        }
        if (filled + BLOCK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(filled + BLOCK, bytes.length * 2));
        }
        limit = filled + (long) BLOCK;
    }

    /// Ends a block: its bytes count for the checksum.
    void endBlock() {
        hash.add(bytes, fetched, filled);
    }

    /// Adds bytes.
    void write(byte[] source, int from, int length) throws ZipException {
        check(length);
        System.arraycopy(source, from, bytes, filled, length);
        filled += length;
        written += length;
    }

    /// Adds one byte many times.
    void fill(byte value, int length) throws ZipException {
        check(length);
        Arrays.fill(bytes, filled, filled + length, value);
        filled += length;
        written += length;
    }

    /// Adds bytes that were written before; they may overlap those added.
    void repeat(long distance, int length) throws ZipException {
        check(length);
        if (distance < 1 || distance > filled || distance > written) {
            throw new ZipException("a repetition from before the start");
        }
        int from = (int) (filled - distance);
        if (distance >= length) {
            System.arraycopy(bytes, from, bytes, filled, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[filled + i] = bytes[from + i];
            }
        }
        filled += length;
        written += length;
    }

    private void check(int length) throws ZipException {
        if (length > limit - filled) {
            throw new ZipException("a block of more than 128 KB");
        }
    }
}
