package gemwright.serve.grpc;

import gemwright.serve.http.Request;
import gemwright.serve.http.RequestId;

import io.grpc.Metadata;

import java.util.Locale;
import java.util.Optional;

/// One message of a call, as a request like any other: its metadata are the headers.
final class GrpcRequest implements Request {
    private final String method;
    private final Metadata headers;
    private final byte[] message;
    private final String id;
    private final long startNanos = System.nanoTime();

    /// @param method its full name: `inference.GRPCInferenceService/ModelInfer`
    GrpcRequest(String method, Metadata headers, byte[] message) {
        this.method = method;
        this.headers = headers;
        this.message = message;
        this.id = RequestId.of(header("X-Request-Id"));
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/" + method;
    }

    @Override
    public Optional<String> header(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER)));
    }

    @Override
    public byte[] body() {
        return message;
    }

    @Override
    public Optional<byte[]> bodyRead() {
        return Optional.of(message);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long startNanos() {
        return startNanos;
    }
}
