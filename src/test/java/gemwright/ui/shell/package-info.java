/// The frame.
@org.jspecify.annotations.NullMarked
package gemwright.ui.shell;
