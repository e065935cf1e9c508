package gemwright.loadtest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLSocketFactory;

/// One kept-alive HTTP/1.1 connection: as little as a load generator needs, so that its own work
/// does not show in the figures. One request at a time, by one thread.
final class HttpConnection implements AutoCloseable {
    private static final int LARGEST_HEAD = 64 << 10;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[8 << 10];
    private int from;
    private int to;
    private boolean closing;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /// Connects; every later wait is cut off by the same timeout.
    static HttpConnection open(URI target, Duration timeout) throws IOException {
        int millis = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
        String host = host(target);
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(host, port(target)), millis);
            plain.setSoTimeout(millis);
            if (!"https".equalsIgnoreCase(target.getScheme())) {
                return new HttpConnection(plain);
            }
            SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            return new HttpConnection(tls.createSocket(plain, host, port(target), true));
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    private static String host(URI target) {
        String host = String.valueOf(target.getHost());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI target) {
        if (target.getPort() > 0) {
            return target.getPort();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
    }

    /// The bytes of a request, made once and sent many times.
    static byte[] request(String method, URI target, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(256);
        String path =
                target.getRawPath() == null || target.getRawPath().isEmpty()
                        ? "/"
                        : target.getRawPath();
        head.append(method).append(' ').append(path);
        if (target.getRawQuery() != null) {
            head.append('?').append(target.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(target.getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /// An answer.
    ///
    /// @param body as text, empty unless it was asked for
    record Answer(int status, String body) {}

    /// Sends a request and reads its whole answer.
    ///
    /// @param keepBody whether the answer's text is wanted; else it is read past
    Answer exchange(byte[] request, boolean keepBody) throws IOException {
        out.write(request);
        out.flush();
        Head head = head();
        while (head.status / 100 == 1) {
            head = head();
        }
        StringBuilder body = new StringBuilder();
        if (head.chunked) {
            chunks(keepBody, body);
        } else if (head.length >= 0) {
            take(head.length, keepBody, body);
        } else if (head.status != 204 && head.status != 304) {
            untilClosed(keepBody, body);
        }
        closing |= head.close;
        return new Answer(head.status, body.toString());
    }

    /// Whether the server wants no further request on this connection.
    boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // nobody is left to tell
        }
    }

    private record Head(int status, long length, boolean chunked, boolean close) {}

    private Head head() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.") || first.length() < 12) {
            throw new IOException("not an HTTP/1.1 answer: " + first);
        }
        int status = number(first.substring(9, 12), 10);
        long length = -1;
        boolean chunked = false;
        boolean close = first.startsWith("HTTP/1.0");
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("a header without a colon: " + line);
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = number(value, 10);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> close = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        return new Head(status, length, chunked, close);
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException damaged) {
            throw new IOException("expected a number in the answer, found " + digits, damaged);
        }
    }

    private String line() throws IOException {
        int at = from;
        while (true) {
            while (at < to) {
                if (buffer[at++] == '\n') {
                    int end = at >= from + 2 && buffer[at - 2] == '\r' ? at - 2 : at - 1;
                    String line = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
                    from = at;
                    return line;
                }
            }
            int read = at - from;
            if (read > LARGEST_HEAD) {
                throw new IOException("a header line beyond " + LARGEST_HEAD + " bytes");
            }
            fill();
            at = from + read;
        }
    }

    /// Gets more bytes behind those not yet taken.
    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException("the connection was closed before the answer was complete");
        }
        to += read;
    }

    private void take(long length, boolean keep, StringBuilder body) throws IOException {
        long left = length;
        while (left > 0) {
            if (from == to) {
                fill();
            }
            int part = (int) Math.min(left, to - from);
            if (keep) {
                body.append(new String(buffer, from, part, StandardCharsets.UTF_8));
            }
            from += part;
            left -= part;
        }
    }

    private void chunks(boolean keep, StringBuilder body) throws IOException {
        while (true) {
            String size = line();
            int semicolon = size.indexOf(';');
            int length = number((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            if (length == 0) {
                break;
            }
            take(length, keep, body);
            line();
        }
        while (!line().isEmpty()) {
            // trailers say nothing to us
        }
    }

    private void untilClosed(boolean keep, StringBuilder body) throws IOException {
        closing = true;
        try {
            while (true) {
                take(1, keep, body);
            }
        } catch (EOFException complete) {
            // the end of the connection is the end of this answer
        }
    }
}
