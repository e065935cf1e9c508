/// Work behind the window.
@org.jspecify.annotations.NullMarked
package gemwright.ui.task;
