package gemwright.format.zstd;

import java.util.Optional;
import java.util.zip.ZipException;

/// The sequences section of a block (RFC 8878, 3.1.1.3.2): how many literals to copy, then how much
/// of what was written before. Keeps tables and offsets for the blocks that repeat them.
final class Sequences {
    private static final int[] LENGTH_COUNTS = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1,
        1, -1, -1, -1, -1
    };
    private static final int[] OFFSET_COUNTS = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
    };
    private static final int[] MATCH_COUNTS = {
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
    };
    private static final int[] LENGTH_BASES = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48,
        64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10,
        11, 12, 13, 14, 15, 16
    };
    private static final int[] MATCH_BASES = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
        28, 29, 30, 31, 32, 33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027,
        2051, 4099, 8195, 16387, 32771, 65539
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int LARGEST_OFFSET_CODE = 31;

    private final Field lengths = new Field(LENGTH_COUNTS, 6, 9);
    private final Field offsets = new Field(OFFSET_COUNTS, 5, 8);
    private final Field matches = new Field(MATCH_COUNTS, 6, 9);
    private final long[] recent = new long[3];

    /// Forgets tables and offsets, at the start of a frame.
    void reset() {
        lengths.table = Optional.empty();
        offsets.table = Optional.empty();
        matches.table = Optional.empty();
        recent[0] = 1;
        recent[1] = 4;
        recent[2] = 8;
    }

    /// Carries out the section at `start` with these literals.
    void run(byte[] block, int start, int end, Literals literals, Window out) throws ZipException {
        if (start >= end) {
            throw new ZipException("block without sequences");
        }
        int head = block[start] & 0xFF;
        int headBytes = head < 128 ? 1 : head < 255 ? 2 : 3;
        int count = (int) Literals.number(block, start, end, headBytes);
        count =
                switch (headBytes) {
                    case 1 -> count;
                    case 2 -> ((head - 128) << 8) + (count >> 8);
                    default -> (count >> 8) + 0x7F00;
                };
        int used = 0;
        if (count > 0) {
            used = run(count, block, start + headBytes, end, literals, out);
        } else if (start + headBytes != end) {
            throw new ZipException("bytes behind an empty list of sequences");
        }
        out.write(literals.bytes(), used, literals.size() - used);
    }

    private int run(int count, byte[] block, int start, int end, Literals literals, Window out)
            throws ZipException {
        int modes = (int) Literals.number(block, start, end, 1);
        if ((modes & 3) != 0) {
            throw new ZipException("reserved bits are set");
        }
        int at = lengths.read(modes >> 6, block, start + 1, end);
        at = offsets.read(modes >> 4 & 3, block, at, end);
        at = matches.read(modes >> 2 & 3, block, at, end);
        BackwardBits in = new BackwardBits(block, at, end);
        FseTable length = lengths.known();
        FseTable offset = offsets.known();
        FseTable match = matches.known();
        int lengthState = length.start(in);
        int offsetState = offset.start(in);
        int matchState = match.start(in);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = offset.symbol(offsetState);
            int lengthCode = length.symbol(lengthState);
            int matchCode = match.symbol(matchState);
            if (offsetCode > LARGEST_OFFSET_CODE
                    || lengthCode >= LENGTH_BASES.length
                    || matchCode >= MATCH_BASES.length) {
                throw new ZipException("a code beyond its list");
            }
            long distance = (1L << offsetCode) + (in.read(offsetCode) & 0xFFFF_FFFFL);
            int copied = MATCH_BASES[matchCode] + in.read(MATCH_BITS[matchCode]);
            int fresh = LENGTH_BASES[lengthCode] + in.read(LENGTH_BITS[lengthCode]);
            if (fresh > literals.size() - used) {
                throw new ZipException("a sequence wants more literals than there are");
            }
            out.write(literals.bytes(), used, fresh);
            used += fresh;
            out.repeat(distance(distance, fresh == 0), copied);
            if (i + 1 < count) {
                lengthState = length.next(lengthState, in);
                matchState = match.next(matchState, in);
                offsetState = offset.next(offsetState, in);
            }
        }
        if (in.left() != 0) {
            throw new ZipException("sequences of another length");
        }
        return used;
    }

    /// The offset that a value means: small ones stand for the three offsets used last.
    private long distance(long value, boolean withoutLiterals) {
        if (value > 3) {
            recent[2] = recent[1];
            recent[1] = recent[0];
            recent[0] = value - 3;
            return recent[0];
        }
        int which = (int) value - 1 + (withoutLiterals ? 1 : 0);
        if (which == 0) {
            return recent[0];
        }
        long distance = which == 3 ? recent[0] - 1 : recent[which];
        if (which > 1) {
            recent[2] = recent[1];
        }
        recent[1] = recent[0];
        recent[0] = distance;
        return distance;
    }

    /// One of the three things that a sequence says, and its table.
    private static final class Field {
        private final int[] usual;
        private final int usualLog;
        private final int longestLog;
        private Optional<FseTable> table = Optional.empty();

        Field(int[] usual, int usualLog, int longestLog) {
            this.usual = usual;
            this.usualLog = usualLog;
            this.longestLog = longestLog;
        }

        FseTable known() throws ZipException {
            return table.orElseThrow(() -> new ZipException("no table to repeat"));
        }

        int read(int mode, byte[] block, int start, int end) throws ZipException {
            switch (mode) {
                case 0 -> table = Optional.of(FseTable.of(usual, usual.length, usualLog));
                case 1 -> {
                    table =
                            Optional.of(
                                    FseTable.single((int) Literals.number(block, start, end, 1)));
                    return start + 1;
                }
                case 2 -> {
                    FseTable.Reader reader = new FseTable.Reader(block, start, end);
                    table = Optional.of(reader.table(longestLog, usual.length + 3));
                    if (reader.position() > end) {
                        throw new ZipException("distribution is cut off");
                    }
                    return reader.position();
                }
                default -> {
                    return start;
                }
            }
            return start;
        }
    }
}
