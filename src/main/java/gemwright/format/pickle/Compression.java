package gemwright.format.pickle;

import gemwright.format.SegmentStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// How joblib compressed a file, told from its first bytes.
public enum Compression {
    NONE,
    ZLIB,
    GZIP,
    BZIP2,
    XZ,
    LZMA,
    LZ4;

    /// Bytes that may come out of each byte, once [#FREE_BYTES] came out. The best of the six makes
    /// a thousand of zeros; a real model stays below forty.
    static final long MAX_RATIO = 200;

    static final long FREE_BYTES = 64L << 20;
    private static final int BUFFER = 1 << 16;

    // The largest dictionary that xz -9 writes is 64 MiB.
    private static final int MAX_DICTIONARY_KIB = 80 << 10;

    /// The compression of a file with these first bytes.
    static Compression of(MemorySegment file) {
        if (starts(file, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (starts(file, 'B', 'Z', 'h')) {
            return BZIP2;
        }
        if (starts(file, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (starts(file, 0x5d, 0)) {
            return looksLikeLzma(file) ? LZMA : NONE;
        }
        if (starts(file, 0x04, 0x22, 0x4d, 0x18)) {
            return LZ4;
        }
        boolean zlib =
                starts(file, 0x78)
                        && file.byteSize() > 1
                        && (0x7800 + (file.get(ValueLayout.JAVA_BYTE, 1) & 0xff)) % 31 == 0;
        return zlib ? ZLIB : NONE;
    }

    // "]\0" could also begin a protocol 0 pickle (EMPTY_LIST and no opcode), which no reader takes.
    private static boolean looksLikeLzma(MemorySegment file) {
        return file.byteSize() >= 13;
    }

    private static boolean starts(MemorySegment file, int... bytes) {
        if (file.byteSize() < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file.get(ValueLayout.JAVA_BYTE, i) & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// What comes out of the compressed file, never more than the limits allow.
    InputStream open(MemorySegment file) throws IOException {
        InputStream raw = new SegmentStream(file);
        InputStream plain =
                switch (this) {
                    case NONE -> raw;
                    case ZLIB -> new Inflated(raw);
                    case GZIP -> new GZIPInputStream(raw, BUFFER);
                    case BZIP2 -> new BZip2CompressorInputStream(raw, true);
                    case XZ -> new XZInputStream(raw, MAX_DICTIONARY_KIB);
                    case LZMA -> new LZMAInputStream(raw, MAX_DICTIONARY_KIB);
                    case LZ4 -> new FramedLZ4CompressorInputStream(raw, true);
                };
        return new Limited(plain, file.byteSize());
    }

    /// A zlib stream read by large pieces.
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream raw) {
            super(raw, new Inflater(), BUFFER);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /// Counts what comes out, and turns the decoders' stumbling over damaged bytes into
    /// [IOException].
    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long out;

        Limited(InputStream plain, long compressed) {
            super(plain);
            limit = Math.max(FREE_BYTES, Math.multiplyExact(MAX_RATIO, compressed));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = decode(into, from, count);
            out += Math.max(0, read);
            if (out > limit) {
                throw new DecompressionBomb(MAX_RATIO);
            }
            return read;
        }

        // The decoders index tables by what the file says; the library does not promise more.
        private int decode(byte[] into, int from, int count) throws IOException {
            try {
                return super.read(into, from, count);
            } catch (IndexOutOfBoundsException
                    | IllegalArgumentException
                    | IllegalStateException
                    | NegativeArraySizeException
                    | NullPointerException damaged) {
                throw new IOException("damaged", damaged);
            }
        }
    }
}
