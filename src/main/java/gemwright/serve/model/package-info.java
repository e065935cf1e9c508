/// What is served: a model with its session and its [gemwright.serve.model.Signature], the versions
/// of it that come and go, and how requests take and release them. Start with
/// [gemwright.serve.model.Served].
@NullMarked
package gemwright.serve.model;

import org.jspecify.annotations.NullMarked;
