/// The frame around every screen: menus, navigation, head, status bar, palette, drag and drop,
/// toasts. Start with [gemwright.ui.shell.Shell]; a screen is a [gemwright.ui.shell.Screen] that
/// gives a [gemwright.ui.shell.Page].
@NullMarked
package gemwright.ui.shell;

import org.jspecify.annotations.NullMarked;
