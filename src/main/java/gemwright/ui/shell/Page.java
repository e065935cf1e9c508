package gemwright.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a screen puts into the frame, in the language spoken when it was made.
///
/// The frame decides where things go: in a narrow window the secondary buttons move under ⋯ and the
/// detail becomes a drawer.
public final class Page {
    private final Node title;
    private final Node content;
    private final List<Node> secondary = new ArrayList<>();
    private final ObjectProperty<Optional<Node>> tabs =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Node>> detail =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Button> primary = Optional.empty();

    /// A page with what stands at the left of the head, and what fills it.
    ///
    /// @param title a title, or the path of the model in hand: [LineagePath]
    public Page(Node title, Node content) {
        this.title = title;
        this.content = content;
    }

    /// With buttons (or choices) at the right of the head, before the primary one.
    public Page secondary(Node... nodes) {
        secondary.addAll(List.of(nodes));
        return this;
    }

    /// With the one accent button; Ctrl+Enter presses it.
    public Page primary(Button button) {
        primary = Optional.of(button);
        return this;
    }

    /// With the one accent button inside the content instead of the head; Ctrl+Enter presses it.
    public Page primaryInside(Button button) {
        button.getProperties().put(INSIDE, true);
        return primary(button);
    }

    /// With tabs under the head.
    public Page tabs(Node strip) {
        tabs.set(Optional.of(strip));
        return this;
    }

    Node title() {
        return title;
    }

    Node content() {
        return content;
    }

    List<Node> secondary() {
        return List.copyOf(secondary);
    }

    Optional<Button> primary() {
        return primary;
    }

    Optional<Button> primaryInHead() {
        return primary.filter(button -> !button.getProperties().containsKey(INSIDE));
    }

    /// The tabs under the head; may change while the page shows.
    public ObjectProperty<Optional<Node>> tabs() {
        return tabs;
    }

    /// The detail panel at the right, 320 wide; may come and go while the page shows.
    public ObjectProperty<Optional<Node>> detail() {
        return detail;
    }

    private static final String INSIDE = "primary-inside";
}
