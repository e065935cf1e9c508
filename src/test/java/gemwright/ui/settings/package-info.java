/// The Settings screen.
@org.jspecify.annotations.NullMarked
package gemwright.ui.settings;
