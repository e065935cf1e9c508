/// gRPC on a port of its own: the transport only. Start with [gemwright.serve.grpc.GrpcListener];
/// what the messages mean is in `serve.v2`. Imports `serve.http`.
@NullMarked
package gemwright.serve.grpc;

import org.jspecify.annotations.NullMarked;
