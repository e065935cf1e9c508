package gemwright.serve.v2;

import gemwright.base.Problem;
import gemwright.format.protobuf.Kept;
import gemwright.format.protobuf.WireReader;
import gemwright.format.protobuf.WireType;
import gemwright.format.protobuf.WireWriter;
import gemwright.serve.Predictions;
import gemwright.serve.grpc.Calls;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The Open Inference Protocol over gRPC (`inference.GRPCInferenceService`), with what Triton adds:
/// streams, configurations, statistics and the repository. Messages are read and written field by
/// field, by the numbers of `grpc_service.proto` and `model_config.proto`.
public final class GrpcCalls implements Calls {
    private static final String INFER = "ModelInfer";
    private static final String STREAM = "ModelStreamInfer";

    private final Models models;
    private final Predictions predictions;
    private final BooleanSupplier accepting;
    private final V2Routes routes;

    /// @param accepting false from the moment on when the server is about to close
    /// @param version of this program
    public GrpcCalls(
            Models models, Predictions predictions, BooleanSupplier accepting, String version) {
        this.models = models;
        this.predictions = predictions;
        this.accepting = accepting;
        this.routes = new V2Routes(models, accepting, version);
    }

    @Override
    public String service() {
        return "inference.GRPCInferenceService";
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("ServerLive", false),
                new Method("ServerReady", false),
                new Method("ModelReady", false),
                new Method("ServerMetadata", false),
                new Method("ModelMetadata", false),
                new Method(INFER, false),
                new Method(STREAM, true),
                new Method("ModelConfig", false),
                new Method("ModelStatistics", false),
                new Method("RepositoryIndex", false),
                new Method("RepositoryModelLoad", false),
                new Method("RepositoryModelUnload", false));
    }

    @Override
    public byte[] answer(String method, Request request) throws Refusal {
        byte[] message = request.body();
        return switch (method) {
            case "ServerLive" -> written(out -> out.int64(1, 1));
            case "ServerReady" -> truth(accepting.getAsBoolean() && models.ready());
            case "ModelReady" -> truth(routes.isReady(Named.read(message, 1).name()));
            case "ServerMetadata" -> serverMetadata();
            case "ModelMetadata" -> metadata(served(message));
            case INFER -> infer(request, message);
            case STREAM -> streamed(request, message);
            case "ModelConfig" -> GrpcDescriptions.configuration(served(message));
            case "ModelStatistics" -> statistics(message);
            case "RepositoryIndex" -> index(message);
            case "RepositoryModelLoad" -> {
                Named named = Named.read(message, 2);
                if (named.configured()) {
                    throw V2Routes.noUploads();
                }
                routes.load(named.name());
                yield new byte[0];
            }
            case "RepositoryModelUnload" -> {
                models.unload(Named.read(message, 2).name());
                yield new byte[0];
            }
            default -> throw Refusal.notFound("there is no method " + method);
        };
    }

    private byte[] infer(Request request, byte[] message) throws Refusal {
        WireInfer infer = WireInfer.read(message);
        if (infer.version().isPresent()) {
            routes.requireVersion(List.of(infer.model(), infer.version().get()));
        }
        return predictions.answer(request, infer.model(), new WireInferProtocol(infer)).body();
    }

    /// In a stream an error is an answer like any other, and the stream goes on.
    private byte[] streamed(Request request, byte[] message) throws Refusal {
        try {
            byte[] answer = infer(request, message);
            return written(out -> out.bytes(2, MemorySegment.ofArray(answer)));
        } catch (Refusal refusal) {
            if (refusal.status() == 503) {
                throw refusal;
            }
            return written(out -> out.string(1, refusal.message()));
        }
    }

    private byte[] serverMetadata() {
        return written(
                out -> {
                    out.string(1, V2Routes.NAME);
                    out.string(2, routes.version());
                    V2Routes.EXTENSIONS.forEach(extension -> out.string(3, extension));
                });
    }

    private static byte[] metadata(Served served) {
        return GrpcDescriptions.metadata(served);
    }

    private Served served(byte[] message) throws Refusal {
        Named named = Named.read(message, 1);
        if (!named.version().isEmpty()) {
            routes.requireVersion(List.of(named.name(), named.version()));
        }
        return models.look(named.name());
    }

    private byte[] statistics(byte[] message) throws Refusal {
        List<Served> asked =
                Named.read(message, 1).name().isEmpty()
                        ? models.all().stream().flatMap(model -> model.served().stream()).toList()
                        : List.of(served(message));
        return GrpcDescriptions.statistics(asked);
    }

    private byte[] index(byte[] message) throws Refusal {
        boolean readyOnly = Named.read(message, 1).ready();
        return written(
                out ->
                        models.all().stream()
                                .filter(model -> !readyOnly || model.served().isPresent())
                                .forEach(
                                        model ->
                                                out.message(
                                                        1,
                                                        Kept.NOTHING,
                                                        w -> GrpcDescriptions.entry(w, model))));
    }

    private static byte[] truth(boolean value) {
        return value ? written(out -> out.int64(1, 1)) : new byte[0];
    }

    static byte[] written(Consumer<WireWriter> body) {
        return bytes(WireWriter.of(Kept.NOTHING, body));
    }

    static byte[] bytes(WireWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(writer.size()));
        try {
            writer.writeTo(Channels.newChannel(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // bytes stay in memory
        }
        return bytes.toByteArray();
    }

    /// A message that names a model.
    ///
    /// @param ready whether a list is to hold only what is in service
    /// @param configured whether the client sends files or settings along
    private record Named(String name, String version, boolean ready, boolean configured) {
        /// @param nameField the field of the name; behind it stands the version, or what to list
        static Named read(byte[] message, int nameField) throws Refusal {
            String name = "";
            String version = "";
            boolean ready = false;
            boolean configured = false;
            try {
                WireReader in = WireInfer.reader(message);
                while (in.next()) {
                    if (in.field() == nameField) {
                        name = in.string();
                    } else if (in.field() == 2 && in.type() == WireType.VARINT) {
                        ready = in.int64() != 0;
                    } else if (in.field() == 2 && nameField == 1) {
                        version = in.string();
                    } else {
                        configured |= in.field() == 3;
                        in.skip();
                    }
                }
            } catch (Problem damaged) {
                throw WireInfer.notAMessage();
            }
            return new Named(name, version, ready, configured);
        }
    }
}
