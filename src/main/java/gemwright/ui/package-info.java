/// The window. [gemwright.ui.App] starts it, [gemwright.ui.Screens] lists its screens; each screen
/// is a package with the name of the engine's package it shows. `ui.desk` is what screens share,
/// `ui.control` what they are built of, `ui.shell` the frame around them.
@NullMarked
package gemwright.ui;

import org.jspecify.annotations.NullMarked;
