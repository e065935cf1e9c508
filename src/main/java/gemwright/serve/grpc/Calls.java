package gemwright.serve.grpc;

import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;

import java.util.List;

/// What is called: a service with its methods, whose messages are bytes here.
public interface Calls {
    /// A method of the service.
    ///
    /// @param streaming whether messages come and go on one call as long as the client likes; else
    ///   one message is answered with one
    record Method(String name, boolean streaming) {}

    /// The full name of the service: `inference.GRPCInferenceService`.
    String service();

    /// Its methods.
    List<Method> methods();

    /// The answer to one message, which is the body of the request.
    ///
    /// @throws Refusal with the status that HTTP has for it
    byte[] answer(String method, Request request) throws Refusal;
}
