/// The HTTP side of serving, which knows nothing of models: requests and responses as plain values,
/// limits, routes, and the listener over the JDK's own server. Start with
/// [gemwright.serve.http.Handler]; only [gemwright.serve.http.HttpListener] and `ExchangeRequest`
/// name the JDK's classes, so that another server could take their place.
@NullMarked
package gemwright.serve.http;

import org.jspecify.annotations.NullMarked;
