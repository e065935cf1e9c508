package gemwright.format.zip;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The entries of a zip archive in memory or mapped (PKWARE APPNOTE 6.3.10, with zip64), read from
/// its central directory.
///
/// Encrypted archives, archives in several parts and methods other than stored and deflated are
/// refused. Whoever owns the bytes keeps them alive.
public final class ZipArchive {
    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int ZIP64_EXTRA = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /// No deflate stream unpacks to more than 1032 times its size.
    private static final long DEFLATE_AT_MOST = 1032;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final String where;
    private final List<Entry> entries = new ArrayList<>();

    /// What the central directory says of one entry.
    ///
    /// @param name its path within the archive, with slashes
    /// @param method 0 stored, 8 deflated
    /// @param crc checksum of the unpacked bytes
    /// @param packed bytes in the archive
    /// @param size bytes unpacked
    /// @param header where its local header begins
    public record Entry(String name, int method, int crc, long packed, long size, long header) {}

    private ZipArchive(MemorySegment bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /// Whether these first bytes of a file are those of a zip archive.
    public static boolean matches(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }

    /// Reads the central directory.
    ///
    /// @param where the file, for messages
    /// @throws Problem where the archive is cut off, damaged or of a kind we do not read
    public static ZipArchive of(MemorySegment bytes, String where) throws Problem {
        ZipArchive archive = new ZipArchive(bytes, where);
        archive.readDirectory();
        return archive;
    }

    /// The entries in the order of the central directory; their names are unique.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The entry of that name.
    public Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /// The unpacked bytes of an entry: a window on the archive where it is stored, else an array of
    /// its own. The checksum is compared.
    public MemorySegment content(Entry entry) throws Problem {
        long at = entry.header();
        if (lacks(at, LOCAL)) {
            throw damaged(at);
        }
        long start = at + 30 + int16(at + 26) + int16(at + 28);
        MemorySegment packed = slice(start, entry.packed());
        MemorySegment content =
                switch (entry.method()) {
                    case STORED -> packed;
                    case DEFLATED -> inflated(packed, entry);
                    default ->
                            throw Problem.of(
                                    "zip.method", place(entry), Integer.toString(entry.method()));
                };
        if (content.byteSize() != entry.size() || crc(content) != entry.crc()) {
            throw Problem.of("zip.checksum", place(entry));
        }
        return content;
    }

    private MemorySegment inflated(MemorySegment packed, Entry entry) throws Problem {
        if (entry.size() / DEFLATE_AT_MOST > entry.packed() || entry.size() > 1 << 30) {
            throw Problem.of("zip.size", place(entry), Long.toString(entry.size()));
        }
        byte[] unpacked = new byte[(int) entry.size()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed.asByteBuffer());
            int filled = 0;
            while (!inflater.finished()) {
                int got = inflater.inflate(unpacked, filled, unpacked.length - filled);
                filled += got;
                if (got == 0 && !inflater.finished()) {
                    throw Problem.of("zip.checksum", place(entry));
                }
            }
            return MemorySegment.ofArray(unpacked).asSlice(0, filled);
        } catch (DataFormatException damaged) {
            throw Problem.of("zip.checksum", place(entry)).causedBy(damaged);
        } finally {
            inflater.end();
        }
    }

    private static int crc(MemorySegment content) {
        CRC32 crc = new CRC32();
        long step = 1 << 30;
        for (long at = 0; at < content.byteSize(); at += step) {
            long length = Math.min(step, content.byteSize() - at);
            crc.update(content.asSlice(at, length).asByteBuffer());
        }
        return (int) crc.getValue();
    }

    private void readDirectory() throws Problem {
        long end = endRecord();
        long count = int16(end + 10);
        long size = int32(end + 12);
        long at = int32(end + 16);
        long limit = end;
        if (end >= 20 && !lacks(end - 20, END_64_LOCATOR)) {
            long end64 = int64(end - 20 + 8);
            if (lacks(end64, END_64)) {
                throw damaged(end64);
            }
            count = int64(end64 + 32);
            size = int64(end64 + 40);
            at = int64(end64 + 48);
            limit = end64;
        }
        if (at < 0 || size < 0 || at > limit || size > limit - at || count > size / 46) {
            throw damaged(end);
        }
        Set<String> names = new HashSet<>();
        for (long i = 0; i < count; i++) {
            at = readEntry(at, names);
        }
    }

    private long endRecord() throws Problem {
        long size = bytes.byteSize();
        for (long at = size - 22; at >= 0 && at >= size - 22 - LONGEST_COMMENT; at--) {
            if (bytes.get(INT, at) == END && at + 22 + int16(at + 20) == size) {
                return at;
            }
        }
        throw Problem.of("zip.cut", where);
    }

    private long readEntry(long at, Set<String> names) throws Problem {
        if (lacks(at, CENTRAL)) {
            throw damaged(at);
        }
        int flags = int16(at + 8);
        int nameLength = int16(at + 28);
        int extraLength = int16(at + 30);
        long next = at + 46 + nameLength + extraLength + int16(at + 32);
        byte[] raw = slice(at + 46, nameLength).toArray(ValueLayout.JAVA_BYTE);
        String name = new String(raw, StandardCharsets.UTF_8);
        if ((flags & 1) != 0) {
            throw Problem.of("zip.encrypted", where + ", " + name);
        }
        if (!names.add(name)) {
            throw Problem.of("zip.twice", where, name);
        }
        long[] wide = {int32(at + 24), int32(at + 20), int32(at + 42)};
        widen(slice(at + 46 + nameLength, extraLength), wide, at);
        int method = int16(at + 10);
        entries.add(new Entry(name, method, bytes.get(INT, at + 16), wide[1], wide[0], wide[2]));
        return next;
    }

    /// Takes 64-bit values from the extra field where the 32-bit ones are all ones.
    private void widen(MemorySegment extra, long[] values, long at) throws Problem {
        long field = 0;
        while (field + 4 <= extra.byteSize()) {
            int id = extra.get(SHORT, field) & 0xFFFF;
            int length = extra.get(SHORT, field + 2) & 0xFFFF;
            if (field + 4 + length > extra.byteSize()) {
                throw damaged(at);
            }
            if (id == ZIP64_EXTRA) {
                long from = field + 4;
                for (int i = 0; i < values.length; i++) {
                    if (values[i] == 0xFFFF_FFFFL) {
                        if (from + 8 > field + 4 + length) {
                            throw damaged(at);
                        }
                        values[i] = extra.get(LONG, from);
                        from += 8;
                    }
                }
            }
            field += 4 + length;
        }
    }

    private MemorySegment slice(long at, long length) throws Problem {
        if (at < 0 || length < 0 || at > bytes.byteSize() || length > bytes.byteSize() - at) {
            throw damaged(at);
        }
        return bytes.asSlice(at, length);
    }

    private int int16(long at) throws Problem {
        return slice(at, 2).get(SHORT, 0) & 0xFFFF;
    }

    private long int32(long at) throws Problem {
        return slice(at, 4).get(INT, 0) & 0xFFFF_FFFFL;
    }

    /// Whether something else than that signature stands there.
    private boolean lacks(long at, int signature) throws Problem {
        return slice(at, 4).get(INT, 0) != signature;
    }

    private long int64(long at) throws Problem {
        return slice(at, 8).get(LONG, 0);
    }

    private String place(Entry entry) {
        return where + ", " + entry.name();
    }

    private Problem damaged(long at) {
        return Problem.of("zip.damaged", where + ", byte " + at);
    }
}
