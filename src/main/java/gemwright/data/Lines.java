package gemwright.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream as bytes, without their ends and without a copy for each.
public final class Lines {
    /// No line is longer.
    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int filled;
    private boolean ended;
    private int start;
    private int end;
    private int next;
    private boolean terminated;

    /// Lines of a stream, which the caller closes.
    public Lines(InputStream in) {
        this.in = in;
    }

    /// Moves on to the next line; false behind the last. What is longer than 64 MB is cut into
    /// pieces of that size.
    public boolean advance() throws IOException {
        start = next;
        int at = start;
        while (true) {
            for (; at < filled; at++) {
                if (buffer[at] == '\n') {
                    next = at + 1;
                    end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                    terminated = true;
                    return true;
                }
            }
            if (ended || filled - start >= LONGEST) {
                end = filled;
                next = filled;
                terminated = false;
                return end > start;
            }
            at -= start;
            makeRoom();
            at += start;
        }
    }

    /// The buffer that holds the line; valid until the next one.
    public byte[] bytes() {
        return buffer;
    }

    /// Where the line begins in [#bytes].
    public int start() {
        return start;
    }

    /// Where the line ends in [#bytes], exclusive.
    public int end() {
        return end;
    }

    /// Whether a line end follows; the last line of a file that is being written may lack it.
    public boolean terminated() {
        return terminated;
    }

    /// Whether the line holds nothing but blanks.
    public boolean blank() {
        for (int at = start; at < end; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void makeRoom() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }
}
