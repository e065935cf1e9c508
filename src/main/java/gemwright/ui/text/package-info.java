/// How the window speaks: sentences from the bundle in the language chosen, and how numbers are
/// written. Start with [gemwright.ui.text.Language].
@NullMarked
package gemwright.ui.text;

import org.jspecify.annotations.NullMarked;
