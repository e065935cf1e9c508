package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Tells whether bytes are a pickle, compressed or not.
public final class PickleSniffer {
    private static final int PROTO = 0x80;
    // Opcodes that a pickle of protocol 0 or 1, which has no magic number, can begin with.
    private static final String FIRST_OPCODES = "(]})cNIJKLMFGSTUVX";
    // A file without a magic number is tried as a pickle up to this length.
    private static final long TRIED_BYTES = 64L << 20;

    private PickleSniffer() {}

    /// Whether a file with these bytes is to be read as a pickle. One of protocol 2 or later, or a
    /// compressed one, shows it in its first bytes; an older one has to be a pickle throughout.
    public static boolean looksLikePickle(MemorySegment bytes) {
        if (bytes.byteSize() < 2) {
            return false;
        }
        Compression compression = Compression.of(bytes);
        if (compression != Compression.NONE) {
            return startsWithOpcode(compression, bytes);
        }
        int first = bytes.get(ValueLayout.JAVA_BYTE, 0) & 0xff;
        if (first == PROTO) {
            return bytes.get(ValueLayout.JAVA_BYTE, 1) < 0x20;
        }
        return FIRST_OPCODES.indexOf(first) >= 0
                && bytes.byteSize() <= TRIED_BYTES
                && PickleOutline.of(bytes, "", false, Progress.none())
                        .stoppedBy()
                        .map(Problem::key)
                        .filter(key -> !SAYS_PICKLE.contains(key))
                        .isEmpty();
    }

    private static final java.util.Set<String> SAYS_PICKLE =
            java.util.Set.of("pickle.persistentId", "pickle.extension", "pickle.patched");

    private static boolean startsWithOpcode(Compression compression, MemorySegment bytes) {
        try (InputStream plain = compression.open(bytes)) {
            int first = plain.read();
            return first == PROTO || (first > 0 && FIRST_OPCODES.indexOf(first) >= 0);
        } catch (IOException damaged) {
            return false;
        }
    }
}
