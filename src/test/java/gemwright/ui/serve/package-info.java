/// The Serve screen.
@org.jspecify.annotations.NullMarked
package gemwright.ui.serve;
