/// What all screens of one window share: the model in hand, the data at hand, the language, the
/// actions, what was said last. Knows no control, so that view models and their tests need no
/// window. Start with [gemwright.ui.desk.Desk].
@NullMarked
package gemwright.ui.desk;

import org.jspecify.annotations.NullMarked;
