/// What every other package stands on: problems the user can mend, progress and cancellation, files
/// that appear whole or not at all, JSON, texts in two languages, child processes. Knows nothing of
/// models. Start with [gemwright.base.Problem] and [gemwright.base.Progress].
@NullMarked
package gemwright.base;

import org.jspecify.annotations.NullMarked;
