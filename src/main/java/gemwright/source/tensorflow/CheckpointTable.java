package gemwright.source.tensorflow;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// Reads the table that `variables.index` is: LevelDB's format, uncompressed (`table_format.md` of
/// LevelDB 1.23; `tensorflow/core/lib/io/format.cc`).
final class CheckpointTable {
    private static final int FOOTER = 48;
    private static final long MAGIC = 0xdb4775248b80fb57L;
    private static final int TRAILER = 5;
    private static final int CHECKSUM_DELTA = 0xa282ead8;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final String where;
    private MemorySegment block = MemorySegment.NULL;
    private long at;

    private CheckpointTable(MemorySegment bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /// All entries, in the order of their keys.
    static Map<String, MemorySegment> of(MemorySegment bytes, String where) throws Problem {
        return new CheckpointTable(bytes, where).entries();
    }

    private Map<String, MemorySegment> entries() throws Problem {
        long start = bytes.byteSize() - FOOTER;
        if (start < 0 || bytes.get(LONG, bytes.byteSize() - 8) != MAGIC) {
            throw damaged();
        }
        block = bytes.asSlice(start, FOOTER - 8);
        at = 0;
        number();
        number();
        Map<String, MemorySegment> entries = new LinkedHashMap<>();
        for (MemorySegment handle : block(number(), number()).values()) {
            block = handle;
            at = 0;
            entries.putAll(block(number(), number()));
        }
        return entries;
    }

    /// The entries of one block, each with its key spelled from where it differs from the last.
    private Map<String, MemorySegment> block(long offset, long length) throws Problem {
        long left = bytes.byteSize() - FOOTER - TRAILER;
        boolean inside = offset >= 0 && length >= 4 && offset <= left && length <= left - offset;
        if (!inside || bytes.get(ValueLayout.JAVA_BYTE, offset + length) != 0) {
            throw damaged();
        }
        if (bytes.get(INT, offset + length + 1) != checksum(bytes.asSlice(offset, length + 1))) {
            throw damaged();
        }
        block = bytes.asSlice(offset, length);
        at = 0;
        long restarts = Integer.toUnsignedLong(block.get(INT, length - 4));
        long end = length - 4 - 4 * restarts;
        Map<String, MemorySegment> entries = new LinkedHashMap<>();
        String key = "";
        while (at < end) {
            long shared = number();
            long fresh = number();
            long size = number();
            if (shared < 0 || shared > key.length() || fresh < 0 || size < 0) {
                throw damaged();
            }
            key = key.substring(0, (int) shared) + text(take(fresh));
            entries.put(key, take(size));
        }
        return entries;
    }

    /// The checksum of TensorFlow: CRC-32C, turned and moved, so that one of bytes that hold
    /// checksums is no accident.
    static int checksum(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        for (long at = 0; at < bytes.byteSize(); at += 1 << 30) {
            crc.update(bytes.asSlice(at, Math.min(1 << 30, bytes.byteSize() - at)).asByteBuffer());
        }
        return Integer.rotateRight((int) crc.getValue(), 15) + CHECKSUM_DELTA;
    }

    /// Byte by byte, since keys share bytes and not letters.
    private static String text(MemorySegment bytes) {
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    private MemorySegment take(long length) throws Problem {
        if (length > block.byteSize() - at) {
            throw damaged();
        }
        MemorySegment taken = block.asSlice(at, length);
        at += length;
        return taken;
    }

    private long number() throws Problem {
        long value = 0;
        for (int shift = 0; shift < 64 && at < block.byteSize(); shift += 7) {
            byte next = block.get(ValueLayout.JAVA_BYTE, at++);
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private Problem damaged() {
        return Problem.of("tensorflow.damaged", where, "no table of variables");
    }
}
