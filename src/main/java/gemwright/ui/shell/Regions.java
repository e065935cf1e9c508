package gemwright.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The regions of the window that F6 goes round: head, navigation, content, details, foot.
final class Regions {
    private final Scene scene;
    private final Supplier<List<Node>> regions;

    Regions(Scene scene, Supplier<List<Node>> regions) {
        this.scene = scene;
        this.regions = regions;
    }

    /// Puts the focus into the next region that takes it, or the one before.
    void move(boolean forward) {
        List<Node> all = regions.get();
        int here = at(all);
        int step = forward ? 1 : all.size() - 1;
        for (int i = 1; i <= all.size(); i++) {
            int next = Math.floorMod(here + i * step, all.size());
            if (focus(all.get(next))) {
                return;
            }
        }
    }

    /// Whether the focus is in that region.
    boolean holds(Node region) {
        Node node = scene.getFocusOwner();
        while (node != null && !node.equals(region)) {
            node = node.getParent();
        }
        return node != null;
    }

    /// Puts the focus on the first node of a region that takes it.
    ///
    /// @return whether there is one
    static boolean focus(Node region) {
        Optional<Node> first = first(region);
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    // The innermost: the details lie within the content.
    private int at(List<Node> all) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (holds(all.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(Regions::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
