package gemwright.serve.http;

import com.sun.net.httpserver.HttpExchange;

import java.util.Optional;

/// A request of the JDK's server.
final class ExchangeRequest implements Request {
    private final HttpExchange exchange;
    private final BodyReader reader;
    private final BodyReader.Lease lease;
    private final String id;
    private final long startNanos = System.nanoTime();
    private Optional<byte[]> body = Optional.empty();

    ExchangeRequest(HttpExchange exchange, BodyReader reader, BodyReader.Lease lease) {
        this.exchange = exchange;
        this.reader = reader;
        this.lease = lease;
        this.id = RequestId.of(header("X-Request-Id"));
    }

    @Override
    public String method() {
        return exchange.getRequestMethod();
    }

    @Override
    public String path() {
        return String.valueOf(exchange.getRequestURI().getPath());
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public byte[] body() throws Refusal {
        if (body.isEmpty()) {
            body =
                    Optional.of(
                            reader.read(
                                    exchange.getRequestBody(),
                                    length(),
                                    header("Content-Encoding"),
                                    lease));
        }
        return body.get();
    }

    @Override
    public Optional<byte[]> bodyRead() {
        return body;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    private long length() {
        try {
            return header("Content-Length").map(text -> Long.parseLong(text.strip())).orElse(-1L);
        } catch (NumberFormatException impossible) {
            return -1; // the server itself has refused such a request already
        }
    }
}
