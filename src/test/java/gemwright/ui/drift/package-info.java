/// The Monitor screen.
@org.jspecify.annotations.NullMarked
package gemwright.ui.drift;
