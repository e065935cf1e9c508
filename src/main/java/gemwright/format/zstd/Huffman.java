package gemwright.format.zstd;

import java.util.zip.ZipException;

/// A Huffman code for literals (RFC 8878, 4.2).
final class Huffman {
    private static final int LONGEST = 11;

    private final int log;
    private final byte[] symbols;
    private final byte[] lengths;

    private Huffman(int[] weights, int count, int log) {
        this.log = log;
        symbols = new byte[1 << log];
        lengths = new byte[1 << log];
        int at = 0;
        for (int weight = 1; weight <= log; weight++) {
            for (int symbol = 0; symbol < count; symbol++) {
                if (weights[symbol] == weight) {
                    for (int i = 0; i < 1 << (weight - 1); i++, at++) {
                        symbols[at] = (byte) symbol;
                        lengths[at] = (byte) (log + 1 - weight);
                    }
                }
            }
        }
    }

    /// The code described at `start`, where the description has that many bytes behind its first.
    static Huffman of(byte[] bytes, int start, int end) throws ZipException {
        int head = bytes[start] & 0xFF;
        int[] weights = new int[256];
        int count = head < 128 ? packed(bytes, start, end, weights) : plain(bytes, start, weights);
        return completed(weights, count);
    }

    /// Bytes of the description at `start`.
    static int length(byte[] bytes, int start, int end) throws ZipException {
        if (start >= end) {
            throw new ZipException("Huffman code is cut off");
        }
        int head = bytes[start] & 0xFF;
        int length = 1 + (head < 128 ? head : (head - 127 + 1) / 2);
        if (length > end - start) {
            throw new ZipException("Huffman code is cut off");
        }
        return length;
    }

    private static int plain(byte[] bytes, int start, int[] weights) {
        int count = (bytes[start] & 0xFF) - 127;
        for (int i = 0; i < count; i++) {
            int pair = bytes[start + 1 + i / 2];
            weights[i] = i % 2 == 0 ? pair >> 4 & 15 : pair & 15;
        }
        return count;
    }

    private static int packed(byte[] bytes, int start, int end, int[] weights) throws ZipException {
        FseTable.Reader reader = new FseTable.Reader(bytes, start + 1, end);
        FseTable table = reader.table(6, 13);
        BackwardBits in = new BackwardBits(bytes, reader.position(), end);
        int even = table.start(in);
        int odd = table.start(in);
        int count = 0;
        while (count < 254) {
            weights[count++] = table.symbol(even);
            even = table.next(even, in);
            if (in.left() < 0) {
                weights[count++] = table.symbol(odd);
                return count;
            }
            int kept = even;
            even = odd;
            odd = kept;
        }
        throw new ZipException("Huffman code of too many weights");
    }

    /// Adds the last weight, which is what is missing to a power of two.
    private static Huffman completed(int[] weights, int count) throws ZipException {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > LONGEST) {
                throw new ZipException("Huffman code of weight " + weights[i]);
            }
            sum += weights[i] == 0 ? 0 : 1 << (weights[i] - 1);
        }
        int log = 32 - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << log) - sum;
        if (sum == 0 || log > LONGEST || Integer.bitCount(rest) != 1 || count > 255) {
            throw new ZipException("Huffman code that is not complete");
        }
        weights[count] = 32 - Integer.numberOfLeadingZeros(rest);
        return new Huffman(weights, count + 1, log);
    }

    /// Decodes one stream into `target`.
    void decode(byte[] bytes, int start, int end, byte[] target, int from, int to)
            throws ZipException {
        BackwardBits in = new BackwardBits(bytes, start, end);
        for (int i = from; i < to; i++) {
            int code = in.peek(log);
            target[i] = symbols[code];
            in.skip(lengths[code]);
        }
        if (in.left() != 0) {
            throw new ZipException("literals of another length");
        }
    }
}
