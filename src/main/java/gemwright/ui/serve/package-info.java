/// The Serve screen: a server for the model in hand, a form to try it, snippets for clients, what
/// it has been doing, and a load test. Start with [gemwright.ui.serve.ServeViewModel].
@NullMarked
package gemwright.ui.serve;

import org.jspecify.annotations.NullMarked;
