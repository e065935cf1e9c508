package gemwright.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// gRPC with the messages of NVIDIA's own client (see `make.py` beside them).
class GrpcTest {
    private static final String SERVICE = "inference.GRPCInferenceService/";

    private final List<AutoCloseable> open = new ArrayList<>();

    /// What came back: the messages until the call's end, and how it ended.
    private record Ended(Status status, List<byte[]> answers) {
        byte[] only() {
            assertEquals(Status.OK.getCode(), status.getCode(), status::toString);
            assertEquals(1, answers.size());
            return answers.getFirst();
        }
    }

    private ManagedChannel channel(EndpointOptions options) throws Problem {
        TestEndpoint server = TestEndpoint.with(options.withGrpc(0), "clf");
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(),
                                        server.endpoint().grpcPort().orElseThrow()))
                        .usePlaintext()
                        .build();
        open.add(server);
        open.add(channel::shutdownNow);
        return channel;
    }

    private ManagedChannel channel() throws Problem {
        return channel(EndpointOptions.local(0));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private static byte[] message(String name) throws IOException {
        try (InputStream file =
                GrpcTest.class.getResourceAsStream("/gemwright/serve/grpc/" + name + ".bin")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    private static Ended call(
            ManagedChannel channel, String method, Metadata headers, byte[]... messages)
            throws Exception {
        boolean streaming = method.equals("ModelStreamInfer");
        MethodDescriptor<byte[], byte[]> descriptor =
                MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                        .setType(
                                streaming
                                        ? MethodDescriptor.MethodType.BIDI_STREAMING
                                        : MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(SERVICE + method)
                        .build();
        ClientCall<byte[], byte[]> call = channel.newCall(descriptor, CallOptions.DEFAULT);
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        List<byte[]> answers = new ArrayList<>();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(byte[] answer) {
                        answers.add(answer);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.complete(new Ended(status, answers));
                    }
                },
                headers);
        call.request(100);
        for (byte[] message : messages) {
            call.sendMessage(message);
        }
        call.halfClose();
        return ended.get(20, TimeUnit.SECONDS);
    }

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

    @Test
    void answersTheContentsOfAnInputAsTheClientExpects() throws Exception {
        Ended ended = call(channel(), "ModelInfer", new Metadata(), message("infer-contents"));

        assertArrayEquals(message("infer-contents-answer"), ended.only());
    }

    @Test
    void takesRawBytes() throws Exception {
        byte[] answer = call(channel(), "ModelInfer", new Metadata(), message("infer-raw")).only();

        String text = new String(answer, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("label") && text.contains("probabilities"), text);
    }

    @Test
    void describesAModelAsTheClientExpects() throws Exception {
        Ended ended = call(channel(), "ModelMetadata", new Metadata(), message("model-clf"));

        assertArrayEquals(message("metadata-answer"), ended.only());
    }

    @ParameterizedTest
    @CsvSource({
        "infer-wrong-type, INVALID_ARGUMENT, expected the datatype FP32",
        "infer-wrong-contents, INVALID_ARGUMENT, expected the contents of FP32",
        "infer-short, INVALID_ARGUMENT, expected 20 elements",
        "infer-unknown-model, NOT_FOUND, there is no model 'nope'",
        "infer-cut, INVALID_ARGUMENT, damaged"
    })
    void saysWhatIsWrongWithAMessage(String name, Status.Code code, String words) throws Exception {
        Ended ended = call(channel(), "ModelInfer", new Metadata(), message(name));

        assertEquals(code, ended.status().getCode());
        String said = String.valueOf(ended.status().getDescription());
        assertTrue(said.contains(words), said);
    }

    @Test
    void aStreamGoesOnAfterAnError() throws Exception {
        Ended ended =
                call(
                        channel(),
                        "ModelStreamInfer",
                        new Metadata(),
                        message("infer-raw"),
                        message("infer-short"),
                        message("infer-raw"));

        assertEquals(Status.OK.getCode(), ended.status().getCode());
        assertEquals(3, ended.answers().size());
        assertEquals(0x12, ended.answers().get(0)[0], "an inference");
        assertEquals(0x0A, ended.answers().get(1)[0], "an error message");
        assertArrayEquals(ended.answers().get(0), ended.answers().get(2));
    }

    @Test
    void aModelIsUnloadedAndLoadedAgain() throws Exception {
        ManagedChannel channel = channel();
        Metadata none = new Metadata();

        call(channel, "RepositoryModelUnload", none, message("load-clf")).only();
        Ended unloaded = call(channel, "ModelInfer", none, message("infer-raw"));
        call(channel, "RepositoryModelLoad", none, message("load-clf")).only();

        assertEquals(Status.Code.INVALID_ARGUMENT, unloaded.status().getCode());
        call(channel, "ModelInfer", none, message("infer-raw")).only();
    }

    @Test
    void whoHasNoTokenIsRefused() throws Exception {
        EndpointOptions options =
                EndpointOptions.local(0)
                        .withToken(InetAddress.getLoopbackAddress(), "0123456789abcdef");
        ManagedChannel channel = channel(options);
        Metadata token = new Metadata();
        token.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer 0123456789abcdef");

        Ended without = call(channel, "ModelInfer", new Metadata(), message("infer-raw"));

        assertEquals(Status.Code.UNAUTHENTICATED, without.status().getCode());
        call(channel, "ModelInfer", token, message("infer-raw")).only();
        call(channel, "ServerLive", new Metadata(), new byte[0]).only();
    }

    @Test
    void anOversizedMessageIsRefused() throws Exception {
        EndpointOptions options = EndpointOptions.local(0);
        ManagedChannel channel = channel(options.withLimits(options.limits().withBodyBytes(64)));

        Ended ended = call(channel, "ModelInfer", new Metadata(), message("infer-raw"));

        assertEquals(Status.Code.RESOURCE_EXHAUSTED, ended.status().getCode());
    }

    @Test
    void aTakenPortIsAProblemAndLeavesNothingRunning() throws Exception {
        TestEndpoint first = TestEndpoint.with(EndpointOptions.local(0).withGrpc(0), "clf");
        open.add(first);
        int taken = first.endpoint().grpcPort().orElseThrow();

        Problem problem =
                assertThrows(
                        Problem.class,
                        () -> TestEndpoint.with(EndpointOptions.local(0).withGrpc(taken), "clf"));

        assertTrue(problem.key().startsWith("serve.portTaken"), problem.key());
    }
}
