/// The building blocks that all screens are made of, in the measures of the design: cards,
/// messages, buttons, pills, tables. They know nothing of models or data. Start with
/// [gemwright.ui.control.Card].
@NullMarked
package gemwright.ui.control;

import org.jspecify.annotations.NullMarked;
