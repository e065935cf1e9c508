package gemwright.format.zstd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// Decompresses Zstandard: one frame after the other, skippable frames skipped.
///
/// Frames that need a dictionary or look back more than 128 MB are refused with a [ZipException],
/// as is everything damaged; what is cut off ends in an [EOFException].
public final class ZstdInputStream extends InputStream {
    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final long LARGEST_WINDOW = 128L << 20;
    private static final int LARGEST_BLOCK = 128 << 10;

    private final InputStream in;
    private final byte[] block = new byte[LARGEST_BLOCK];
    private final Window window = new Window();
    private final Literals literals = new Literals();
    private final Sequences sequences = new Sequences();
    private boolean inFrame;
    private boolean checksum;
    private long contentSize;
    private boolean ended;

    /// Decompresses that stream, which [#close] closes.
    public ZstdInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (window.ready() == 0) {
            if (ended) {
                return -1;
            }
            if (inFrame) {
                nextBlock();
            } else {
                nextFrame();
            }
        }
        return window.fetch(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void nextFrame() throws IOException {
        int first = in.read();
        if (first < 0) {
            ended = true;
            return;
        }
        int magic = first | (int) number(3) << 8;
        if ((magic & 0xFFFFFFF0) == SKIPPABLE) {
            in.skipNBytes(number(4));
            return;
        }
        if (magic != MAGIC) {
            throw new ZipException("no Zstandard frame");
        }
        int flags = (int) number(1);
        if ((flags & 8) != 0) {
            throw new ZipException("reserved bits are set");
        }
        boolean single = (flags & 0x20) != 0;
        checksum = (flags & 4) != 0;
        long size = single ? 0 : windowSize((int) number(1));
        int dictionaryBytes = (flags & 3) == 3 ? 4 : flags & 3;
        if (number(dictionaryBytes) != 0) {
            throw new ZipException("a frame that needs a dictionary");
        }
        contentSize = contentSize(flags >> 6, single);
        size = single ? contentSize : size;
        if (size < 0 || size > LARGEST_WINDOW) {
            throw new ZipException("a window of " + size + " bytes");
        }
        window.reset((int) size);
        literals.reset();
        sequences.reset();
        inFrame = true;
    }

    private static long windowSize(int descriptor) {
        long base = 1L << (10 + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    /// The size of the content, or −1 where the frame does not say.
    private long contentSize(int flag, boolean single) throws IOException {
        return switch (flag) {
            case 0 -> single ? number(1) : -1;
            case 1 -> number(2) + 256;
            case 2 -> number(4);
            default -> number(8);
        };
    }

    private void nextBlock() throws IOException {
        int head = (int) number(3);
        int size = head >> 3;
        window.startBlock();
        switch (head >> 1 & 3) {
            case 0 -> {
                readBlock(size);
                window.write(block, 0, size);
            }
            case 1 -> window.fill((byte) number(1), size);
            case 2 -> {
                readBlock(size);
                int at = literals.read(block, 0, size);
                sequences.run(block, at, size, literals, window);
            }
            default -> throw new ZipException("a block of a reserved kind");
        }
        window.endBlock();
        if ((head & 1) != 0) {
            endFrame();
        }
    }

    private void endFrame() throws IOException {
        inFrame = false;
        if (contentSize >= 0 && contentSize != window.written()) {
            throw new ZipException("a frame of another size");
        }
        if (checksum && number(4) != (window.checksum() & 0xFFFF_FFFFL)) {
            throw new ZipException("wrong checksum");
        }
    }

    private void readBlock(int size) throws IOException {
        if (size > LARGEST_BLOCK) {
            throw new ZipException("a block of more than 128 KB");
        }
        if (in.readNBytes(block, 0, size) < size) {
            throw new EOFException();
        }
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            value |= (long) next << (8 * i);
        }
        return value;
    }
}
