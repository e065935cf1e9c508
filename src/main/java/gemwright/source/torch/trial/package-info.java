/// Networks whose files do not tell what their inputs are: which types and shapes to try, and the
/// graph that comes of it. Start with [gemwright.source.torch.trial.Trials].
@NullMarked
package gemwright.source.torch.trial;

import org.jspecify.annotations.NullMarked;
