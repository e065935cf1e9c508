package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The bytes of a pickle from front to back, each asked for before it is used.
///
/// Two kinds: the whole file in memory or mapped, of which long values are windows; and a stream of
/// which they are copies, made piece by piece so that a length that lies takes no memory.
abstract class PickleInput {
    private static final int WINDOW = 1 << 14;
    private static final int LINE_MAX = 1 << 20;

    private final byte[] window = new byte[WINDOW];
    private final String where;
    private final Progress progress;
    private long start;
    private int at;
    private int end;
    private long opcodeAt;

    /// @param where the file, for messages
    PickleInput(String where, Progress progress) {
        this.where = where;
        this.progress = progress;
    }

    /// Fills the window with what follows the byte `position`; -1 at the end.
    abstract int refill(byte[] window, long position) throws Problem;

    /// A long value that starts at `position`, of which `known` bytes stand in the window from
    /// `from` on.
    abstract MemorySegment window(byte[] window, int from, int known, long position, long length)
            throws Problem;

    /// Passes over bytes behind the window.
    abstract void passOver(long position, long length) throws Problem;

    /// All bytes there are, where that is known; otherwise 0.
    abstract long total();

    /// Where the next byte stands, counted from the start of the (decompressed) file.
    final long position() {
        return start + at;
    }

    /// The next byte, 0 to 255, as the start of an instruction.
    final int opcode() throws Problem {
        opcodeAt = position();
        return next();
    }

    /// Where the present instruction starts.
    final long opcodeAt() {
        return opcodeAt;
    }

    /// The next byte, 0 to 255.
    final int next() throws Problem {
        if (at == end && !more()) {
            throw truncated();
        }
        return window[at++] & 0xff;
    }

    /// Whether nothing follows.
    final boolean atEnd() throws Problem {
        return at == end && !more();
    }

    private boolean more() throws Problem {
        start += end;
        at = 0;
        end = 0;
        progress.step("reading", start, total());
        int read = refill(window, start);
        end = Math.max(0, read);
        return read > 0;
    }

    /// The next bytes as a window on the file, or a copy where the file is compressed.
    final MemorySegment take(long length) throws Problem {
        int known = (int) Math.min(end - at, length);
        MemorySegment taken = window(window, at, known, position(), length);
        leave(length, known);
        return taken;
    }

    /// Passes over the next bytes without keeping them.
    final void skip(long length) throws Problem {
        int known = (int) Math.min(end - at, length);
        if (length > known) {
            passOver(position() + known, length - known);
        }
        leave(length, known);
    }

    private void leave(long length, int known) {
        if (length == known) {
            at += known;
        } else {
            start += at + length;
            at = 0;
            end = 0;
        }
    }

    /// The next `count` bytes as a number, the lowest first; at most eight.
    final long number(int count) throws Problem {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    /// The next four bytes as a number that may be negative.
    final int signed() throws Problem {
        return (int) number(4);
    }

    /// The next eight bytes as a floating-point number, the highest byte first.
    final double real() throws Problem {
        return Double.longBitsToDouble(Long.reverseBytes(number(8)));
    }

    /// The bytes up to the next line feed, which is passed over.
    final byte[] line() throws Problem {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            line.write(b);
            if (line.size() > LINE_MAX) {
                throw malformed("a line of more than " + LINE_MAX + " bytes");
            }
        }
        return line.toByteArray();
    }

    /// The next bytes as a text in UTF-8; surrogates, which Python may write, and bytes that are no
    /// UTF-8 become U+FFFD.
    final String text(long length) throws Problem {
        if (length > Integer.MAX_VALUE - 8) {
            throw malformed("a text of " + length + " bytes");
        }
        if (length <= end - at) {
            String text = new String(window, at, (int) length, StandardCharsets.UTF_8);
            at += (int) length;
            return text;
        }
        return new String(take(length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /// Place of the present instruction, as messages name it.
    final String place() {
        return place(opcodeAt);
    }

    final String place(long byteOffset) {
        return where + ", byte " + byteOffset;
    }

    final String where() {
        return where;
    }

    final Problem truncated() {
        return Problem.of("pickle.truncated", place(position()));
    }

    final Problem beyond(long length) {
        return Problem.of("pickle.length", place(), Long.toUnsignedString(length));
    }

    final Problem malformed(String reason) {
        return Problem.of("pickle.malformed", place(), reason);
    }
}
