package gemwright.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A text in any encoding, as UTF-8. Bytes that mean nothing in that encoding come as `0xFF`, which
/// is no UTF-8: whoever reads the cell names it.
final class Utf8Stream extends InputStream {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer raw = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private boolean rawEnded;
    private boolean wrongBytes;
    private boolean flushed;

    Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
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
        while (!ready.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            fill();
        }
        int taken = Math.min(length, ready.remaining());
        ready.get(target, offset, taken);
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        if (wrongBytes) {
            wrongBytes = false;
            ready = ByteBuffer.wrap(new byte[] {(byte) 0xFF});
            return;
        }
        CoderResult result = decoder.decode(raw, chars, rawEnded);
        if (result.isError()) {
            raw.position(raw.position() + result.length());
            wrongBytes = true;
        } else if (result.isUnderflow() && rawEnded) {
            flushed = decoder.flush(chars).isUnderflow();
        } else if (result.isUnderflow()) {
            readMore();
        }
        ready = encoded();
    }

    private void readMore() throws IOException {
        raw.compact();
        int read = in.read(raw.array(), raw.position(), raw.remaining());
        if (read < 0) {
            rawEnded = true;
        } else {
            raw.position(raw.position() + read);
        }
        raw.flip();
    }

    /// A high surrogate at the end waits for its other half.
    private ByteBuffer encoded() {
        chars.flip();
        boolean torn =
                !flushed
                        && !wrongBytes
                        && chars.hasRemaining()
                        && Character.isHighSurrogate(chars.get(chars.limit() - 1));
        int whole = chars.limit() - (torn ? 1 : 0);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(chars.slice(0, whole));
        chars.position(whole);
        chars.compact();
        return bytes;
    }
}
