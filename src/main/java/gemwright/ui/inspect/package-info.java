/// The Model screen: the verdict first, then the graph, the nodes, the tensors, what goes in and
/// out, and what was found. [gemwright.ui.inspect.InspectViewModel] decides,
/// [gemwright.ui.inspect.Inspecting] is its way to the engine.
@NullMarked
package gemwright.ui.inspect;

import org.jspecify.annotations.NullMarked;
