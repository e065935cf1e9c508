/// Work of the engine behind the window: started, watched and cancelled here. Only
/// [gemwright.ui.task.Background] hands anything back to the window's thread. Start there.
@NullMarked
package gemwright.ui.task;

import org.jspecify.annotations.NullMarked;
