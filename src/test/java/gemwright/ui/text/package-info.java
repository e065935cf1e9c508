/// How the window speaks.
@org.jspecify.annotations.NullMarked
package gemwright.ui.text;
