package gemwright.serve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Reads bodies within the limits: one body never exceeds its limit, packed or unpacked, and all
/// large ones together never exceed theirs.
final class BodyReader {
    /// Bodies up to this size are not counted against the sum.
    private static final int SMALL = 64 << 10;

    private final Limits limits;
    private final AtomicLong held = new AtomicLong();

    BodyReader(Limits limits) {
        this.limits = limits;
    }

    /// Reads and unpacks a body.
    ///
    /// @param length what the client announced, or -1
    byte[] read(InputStream in, long length, Optional<String> encoding, Lease lease)
            throws Refusal {
        if (length > limits.bodyBytes()) {
            throw tooLarge();
        }
        try {
            byte[] packed = readAll(in, length, lease);
            if (length > packed.length) {
                throw Refusal.badRequest(
                        "the body ends after "
                                + packed.length
                                + " bytes, Content-Length announced "
                                + length);
            }
            return unpack(packed, encoding, lease);
        } catch (IOException cut) {
            throw Refusal.badRequest("the body could not be read to its end");
        }
    }

    private byte[] unpack(byte[] packed, Optional<String> encoding, Lease lease) throws Refusal {
        String name = encoding.orElse("identity").strip().toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "identity", "" -> packed;
                case "gzip", "x-gzip" ->
                        readAll(new GZIPInputStream(new ByteArrayInputStream(packed)), -1, lease);
                case "deflate" ->
                        readAll(
                                new InflaterInputStream(new ByteArrayInputStream(packed)),
                                -1,
                                lease);
                default ->
                        throw Refusal.of(
                                415,
                                "Content-Encoding: expected gzip, deflate or identity, found '"
                                        + name
                                        + "'");
            };
        } catch (IOException damaged) {
            throw Refusal.badRequest("the body is not valid " + name + " data");
        }
    }

    private byte[] readAll(InputStream in, long length, Lease lease) throws IOException, Refusal {
        long first = length < 0 ? 1_024 : Math.clamp(length, 1, SMALL);
        byte[] buffer = new byte[(int) first];
        lease.grow(buffer.length);
        int filled = 0;
        while (true) {
            if (filled == buffer.length) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                // doubled, not taken from the client's word: what it announced it may never send
                long wanted = length > filled ? Math.min(length, 2L * filled) : 2L * filled;
                int size = (int) Math.min(wanted, limits.bodyBytes() + 1);
                if (size <= filled) {
                    throw tooLarge();
                }
                lease.grow(size - buffer.length);
                buffer = Arrays.copyOf(buffer, size);
                buffer[filled++] = (byte) next;
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        if (filled > limits.bodyBytes()) {
            throw tooLarge();
        }
        return filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
    }

    private Refusal tooLarge() {
        return Refusal.of(413, "the body is larger than " + limits.bodyBytes() + " bytes");
    }

    /// The bytes that one request holds; given back when it ends.
    final class Lease implements AutoCloseable {
        private long bytes;
        private long counted;

        void grow(long more) throws Refusal {
            bytes += more;
            if (bytes > SMALL) {
                long missing = bytes - counted;
                counted = bytes;
                if (held.addAndGet(missing) > limits.bodyBytesInAll()) {
                    throw Refusal.busy("too many large bodies at once");
                }
            }
        }

        @Override
        public void close() {
            held.addAndGet(-counted);
            bytes = 0;
            counted = 0;
        }
    }
}
