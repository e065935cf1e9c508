@NullMarked
package gemwright.ui.home;

import org.jspecify.annotations.NullMarked;
