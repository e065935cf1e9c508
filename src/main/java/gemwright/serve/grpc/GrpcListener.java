package gemwright.serve.grpc;

import gemwright.base.Problem;
import gemwright.serve.http.Limits;
import gemwright.serve.http.TakenPort;
import gemwright.serve.http.Tls;

import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Listens for gRPC calls, compressed or not. Each call is answered on a virtual thread of its own;
/// all end with [#close].
public final class GrpcListener implements AutoCloseable {
    /// Netty's switches against native libraries, which would be unpacked at every start, and
    /// against `sun.misc.Unsafe`, of which the Java runtime warns on standard error. The shaded
    /// copy reads them under its own name.
    private static final List<String> SWITCHES =
            List.of("io.netty.transport.noNative", "io.netty.noUnsafe");

    static {
        for (String name : SWITCHES) {
            System.setProperty("io.grpc.netty.shaded." + name, "true");
        }
    }

    private static final long IDLE_MINUTES = 10;
    private static final long PING_SECONDS = 5;

    private final Server server;
    private final ExecutorService threads;
    private final Limits limits;

    private GrpcListener(Server server, ExecutorService threads, Limits limits) {
        this.server = server;
        this.threads = threads;
        this.limits = limits;
    }

    /// Binds and begins to answer.
    ///
    /// @param port 0 for any free one
    /// @throws Problem where the port is taken, with the process that holds it
    /// @param tls over which it speaks; empty for plain HTTP/2
    public static GrpcListener start(
            InetAddress address, int port, Limits limits, Optional<Tls> tls, Calls calls)
            throws Problem {
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grpc-", 0).factory());
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(address, port))
                        .executor(threads)
                        .maxInboundMessageSize(Math.toIntExact(limits.bodyBytes()))
                        .maxConnectionIdle(IDLE_MINUTES, TimeUnit.MINUTES)
                        .permitKeepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
                        .permitKeepAliveWithoutCalls(true)
                        .addService(service(calls));
        tls.ifPresent(
                with ->
                        builder.useTransportSecurity(
                                with.certificate().toFile(), with.key().toFile()));
        Server server = builder.build();
        try {
            server.start();
        } catch (IOException taken) {
            threads.shutdownNow();
            throw TakenPort.problem(address, port, taken);
        }
        return new GrpcListener(server, threads, limits);
    }

    private static ServerServiceDefinition service(Calls calls) {
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(calls.service());
        for (Calls.Method method : calls.methods()) {
            MethodDescriptor<byte[], byte[]> descriptor =
                    MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                            .setType(
                                    method.streaming()
                                            ? MethodDescriptor.MethodType.BIDI_STREAMING
                                            : MethodDescriptor.MethodType.UNARY)
                            .setFullMethodName(
                                    MethodDescriptor.generateFullMethodName(
                                            calls.service(), method.name()))
                            .build();
            service.addMethod(
                    descriptor, (call, headers) -> new Conversation(call, headers, calls, method));
        }
        return service.build();
    }

    /// Messages are passed on as they are.
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException cut) {
                throw new UncheckedIOException(cut);
            }
        }
    }

    /// The port it listens on.
    public int port() {
        return server.getPort();
    }

    /// Takes no new call, answers those under way, and ends.
    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(limits.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }
}
