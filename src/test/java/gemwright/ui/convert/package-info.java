/// The Convert screen.
@org.jspecify.annotations.NullMarked
package gemwright.ui.convert;
