package gemwright.format.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/// Bits read from the end of a stream to its start (RFC 8878, 4.1).
final class BackwardBits {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int start;
    private long left;

    /// Bits of the bytes from `start` to `end`; the highest set bit of the last byte marks the end.
    BackwardBits(byte[] bytes, int start, int end) throws ZipException {
        if (start >= end || bytes[end - 1] == 0) {
            throw new ZipException("bit stream without an end mark");
        }
        this.bytes = bytes;
        this.start = start;
        int mark = 31 - Integer.numberOfLeadingZeros(bytes[end - 1] & 0xFF);
        this.left = (end - start - 1) * 8L + mark;
    }

    /// Bits left; negative where more were read than there are.
    long left() {
        return left;
    }

    /// The next bits, at most 32; behind the start all are zero.
    int read(int count) {
        left -= count;
        return bits(left, count);
    }

    /// The next bits without moving on.
    int peek(int count) {
        return bits(left - count, count);
    }

    /// Moves on.
    void skip(int count) {
        left -= count;
    }

    private int bits(long from, int count) {
        if (count == 0 || from + count <= 0) {
            return 0;
        }
        int first = (int) (Math.max(from, 0) >> 3);
        if (from >= 0 && start + first + 8 <= bytes.length) {
            return (int) (((long) LONG.get(bytes, start + first) >>> (from & 7)) & mask(count));
        }
        long value = 0;
        int last = (int) ((from + count - 1) >> 3);
        for (int i = last; i >= first; i--) {
            value = (value << 8) | (bytes[start + i] & 0xFFL);
        }
        value = from < 0 ? value << -from : value >>> (from & 7);
        return (int) (value & mask(count));
    }

    private static long mask(int count) {
        return (1L << count) - 1;
    }
}
