package gemwright.format.zstd;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/// The literals section of a block (RFC 8878, 3.1.1.3.1). Keeps the Huffman code for blocks that
/// repeat it.
final class Literals {
    private static final int LARGEST = 128 << 10;

    private final byte[] literals = new byte[LARGEST];
    private int size;
    private Optional<Huffman> code = Optional.empty();

    /// Forgets the code, at the start of a frame.
    void reset() {
        code = Optional.empty();
    }

    /// The literals of the block just read.
    byte[] bytes() {
        return literals;
    }

    /// How many there are.
    int size() {
        return size;
    }

    /// Reads the section at `start` and gives the place behind it.
    int read(byte[] block, int start, int end) throws ZipException {
        int head = block[start] & 0xFF;
        int type = head & 3;
        int format = head >> 2 & 3;
        return type < 2
                ? plain(block, start, end, type, format)
                : packed(block, start, end, type == 3, format);
    }

    private int plain(byte[] block, int start, int end, int type, int format) throws ZipException {
        int headBytes = format == 1 ? 2 : format == 3 ? 3 : 1;
        size = (int) (number(block, start, end, headBytes) >> (headBytes == 1 ? 3 : 4));
        int at = start + headBytes;
        int stored = type == 0 ? size : 1;
        if (size > LARGEST || stored > end - at) {
            throw new ZipException("literals beyond the block");
        }
        if (type == 0) {
            System.arraycopy(block, at, literals, 0, size);
        } else {
            Arrays.fill(literals, 0, size, block[at]);
        }
        return at + stored;
    }

    private int packed(byte[] block, int start, int end, boolean again, int format)
            throws ZipException {
        int headBytes = format < 2 ? 3 : format + 2;
        int width = format < 2 ? 10 : format == 2 ? 14 : 18;
        long head = number(block, start, end, headBytes) >> 4;
        size = (int) (head & ((1 << width) - 1));
        int packed = (int) (head >> width);
        int at = start + headBytes;
        if (size > LARGEST || packed > end - at) {
            throw new ZipException("literals beyond the block");
        }
        int behind = at + packed;
        if (!again) {
            int length = Huffman.length(block, at, behind);
            code = Optional.of(Huffman.of(block, at, at + length));
            at += length;
        }
        Huffman huffman = code.orElseThrow(() -> new ZipException("no Huffman code to repeat"));
        if (format == 0) {
            huffman.decode(block, at, behind, literals, 0, size);
        } else {
            fourStreams(huffman, block, at, behind);
        }
        return behind;
    }

    private void fourStreams(Huffman huffman, byte[] block, int start, int end)
            throws ZipException {
        int at = start + 6;
        int quarter = (size + 3) / 4;
        if (at > end || quarter * 3 > size) {
            throw new ZipException("literals without a jump table");
        }
        for (int i = 0; i < 4; i++) {
            int length = i == 3 ? end - at : (int) number(block, start + 2 * i, end, 2);
            if (length > end - at) {
                throw new ZipException("literals beyond the block");
            }
            int to = i == 3 ? size : quarter * (i + 1);
            huffman.decode(block, at, at + length, literals, quarter * i, to);
            at += length;
        }
    }

    static long number(byte[] bytes, int start, int end, int length) throws ZipException {
        if (length > end - start) {
            throw new ZipException("a number is cut off");
        }
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[start + i] & 0xFFL);
        }
        return value;
    }
}
