package gemwright.format.zstd;

import java.util.zip.ZipException;

/// A decoding table of finite state entropy (RFC 8878, 4.1.1).
final class FseTable {
    private final int log;
    private final byte[] symbols;
    private final byte[] bits;
    private final short[] next;

    private FseTable(int log) {
        this.log = log;
        symbols = new byte[1 << log];
        bits = new byte[1 << log];
        next = new short[1 << log];
    }

    /// The table that always gives one symbol.
    static FseTable single(int symbol) {
        FseTable table = new FseTable(0);
        table.symbols[0] = (byte) symbol;
        return table;
    }

    /// The table of a distribution; −1 is "less than one".
    static FseTable of(int[] counts, int symbols, int log) throws ZipException {
        FseTable table = new FseTable(log);
        int size = 1 << log;
        int high = size;
        int[] states = new int[symbols];
        for (int s = 0; s < symbols; s++) {
            if (counts[s] == -1) {
                table.symbols[--high] = (byte) s;
                states[s] = 1;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int at = 0;
        for (int s = 0; s < symbols; s++) {
            if (counts[s] > 0) {
                states[s] = counts[s];
                for (int i = 0; i < counts[s]; i++) {
                    table.symbols[at] = (byte) s;
                    do {
                        at = (at + step) & (size - 1);
                    } while (at >= high);
                }
            }
        }
        if (at != 0) {
            throw new ZipException("distribution does not fill its table");
        }
        for (int i = 0; i < size; i++) {
            int state = states[table.symbols[i] & 0xFF]++;
            int count = log - (31 - Integer.numberOfLeadingZeros(state));
            table.bits[i] = (byte) count;
            table.next[i] = (short) ((state << count) - size);
        }
        return table;
    }

    /// The first state.
    int start(BackwardBits in) {
        return in.read(log);
    }

    /// The symbol of a state.
    int symbol(int state) {
        return symbols[state] & 0xFF;
    }

    /// The state after that one.
    int next(int state, BackwardBits in) {
        return next[state] + in.read(bits[state]);
    }

    /// Reads a distribution from the front of some bytes.
    static final class Reader {
        private final byte[] bytes;
        private final int end;
        private long bit;

        Reader(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.end = end;
            this.bit = start * 8L;
        }

        /// The table, whose distribution has at most that precision and that many symbols.
        FseTable table(int longest, int most) throws ZipException {
            int log = read(4) + 5;
            if (log > longest) {
                throw new ZipException("distribution of precision " + log);
            }
            int[] counts = new int[most + 4];
            int remaining = 1 << log;
            int symbol = 0;
            while (remaining > 0 && symbol < most) {
                int count = count(remaining);
                remaining -= Math.abs(count);
                counts[symbol++] = count;
                int repeat = count == 0 ? 3 : 0;
                while (repeat == 3) {
                    repeat = read(2);
                    symbol += repeat;
                    if (symbol > most) {
                        throw new ZipException("distribution of too many symbols");
                    }
                }
            }
            if (remaining != 0) {
                throw new ZipException("distribution does not sum up");
            }
            bit = (bit + 7) & ~7L;
            return of(counts, symbol, log);
        }

        /// Where the bytes behind the distribution begin.
        int position() {
            return (int) (bit >> 3);
        }

        private int count(int remaining) throws ZipException {
            int width = 32 - Integer.numberOfLeadingZeros(remaining + 1);
            int value = read(width);
            int lower = (1 << (width - 1)) - 1;
            int threshold = (1 << width) - 1 - (remaining + 1);
            if ((value & lower) < threshold) {
                bit--;
                value &= lower;
            } else if (value > lower) {
                value -= threshold;
            }
            if (value - 1 > remaining) {
                throw new ZipException("distribution sums up to too much");
            }
            return value - 1;
        }

        private int read(int count) throws ZipException {
            int value = 0;
            for (int i = 0; i < count; i++, bit++) {
                int at = (int) (bit >> 3);
                // A value may be read one bit too wide at the very end and give the bit back.
                int one = at < end ? bytes[at] >> (bit & 7) & 1 : 0;
                if (at > end) {
                    throw new ZipException("distribution is cut off");
                }
                value |= one << i;
            }
            return value;
        }
    }
}
