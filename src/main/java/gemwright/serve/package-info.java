/// A local endpoint that answers HTTP requests with a model's predictions, swaps models while
/// requests run, and logs every prediction. Start with [gemwright.serve.Endpoint]. Below it: `http`
/// knows requests but no models, `model` models but no requests, `predict` and `v2` are the two
/// protocols.
@NullMarked
package gemwright.serve;

import org.jspecify.annotations.NullMarked;
