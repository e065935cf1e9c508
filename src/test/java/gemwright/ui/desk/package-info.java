/// The Model screen.
@org.jspecify.annotations.NullMarked
package gemwright.ui.desk;
