/// The window, driven without a display.
@org.jspecify.annotations.NullMarked
package gemwright.ui;
