package gemwright.serve.grpc;

import gemwright.serve.http.Refusal;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

import java.util.logging.Level;
import java.util.logging.Logger;

/// One call from its first message to its end. The transport calls it from one thread at a time.
final class Conversation extends ServerCall.Listener<byte[]> {
    private static final Logger LOG = Logger.getLogger(Conversation.class.getName());

    private final ServerCall<byte[], byte[]> call;
    private final Metadata headers;
    private final Calls calls;
    private final Calls.Method method;
    private boolean answering;
    private boolean waiting;
    private boolean closed;

    Conversation(
            ServerCall<byte[], byte[]> call, Metadata headers, Calls calls, Calls.Method method) {
        this.call = call;
        this.headers = headers;
        this.calls = calls;
        this.method = method;
        // two of a single call, so that a second message is noticed
        call.request(method.streaming() ? 1 : 2);
    }

    @Override
    public void onMessage(byte[] message) {
        if (closed) {
            return;
        }
        if (answering && !method.streaming()) {
            close(Status.INVALID_ARGUMENT.withDescription("expected one message, found two"));
            return;
        }
        String name = call.getMethodDescriptor().getFullMethodName();
        try {
            byte[] answer = calls.answer(method.name(), new GrpcRequest(name, headers, message));
            if (!answering) {
                call.sendHeaders(new Metadata());
                answering = true;
            }
            call.sendMessage(answer);
        } catch (Refusal refusal) {
            close(status(refusal));
        } catch (RuntimeException | Error defect) {
            LOG.log(Level.SEVERE, "a defect of ours", defect);
            close(Status.INTERNAL.withDescription("a defect of the server; its log says more"));
        }
        more();
    }

    /// A stream is read on as the client takes its answers, so that a slow one fills no memory.
    private void more() {
        if (method.streaming() && !closed) {
            waiting = !call.isReady();
            if (!waiting) {
                call.request(1);
            }
        }
    }

    @Override
    public void onReady() {
        if (waiting) {
            waiting = false;
            call.request(1);
        }
    }

    @Override
    public void onHalfClose() {
        if (closed) {
            return;
        }
        if (!answering && !method.streaming()) {
            close(Status.INVALID_ARGUMENT.withDescription("expected one message, found none"));
        } else {
            close(Status.OK);
        }
    }

    private void close(Status status) {
        closed = true;
        call.close(status, new Metadata());
    }

    private static Status status(Refusal refusal) {
        Status status =
                switch (refusal.status()) {
                    case 400, 411, 415 -> Status.INVALID_ARGUMENT;
                    case 401 -> Status.UNAUTHENTICATED;
                    case 403 -> Status.PERMISSION_DENIED;
                    case 404 -> Status.NOT_FOUND;
                    case 413 -> Status.RESOURCE_EXHAUSTED;
                    case 503 -> Status.UNAVAILABLE;
                    case 504 -> Status.DEADLINE_EXCEEDED;
                    default -> Status.INTERNAL;
                };
        return status.withDescription(refusal.message());
    }
}
