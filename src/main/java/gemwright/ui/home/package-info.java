/// The first screen: where files are dropped, where the user stands on the way from a model to its
/// monitoring, the samples, and what was done before. Start with [gemwright.ui.home.HomeViewModel].
@NullMarked
package gemwright.ui.home;

import org.jspecify.annotations.NullMarked;
