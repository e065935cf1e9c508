package gemwright.ui.inspect;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The graph on a canvas that draws only what is visible: drag to move, Ctrl with the wheel or
/// Ctrl+± to zoom, arrows to follow the lines, an overview at the lower right.
final class GraphCanvas extends Region {
    private static final double LEAST_ZOOM = 0.05;
    private static final double MOST_ZOOM = 3;
    private static final double ZOOM_STEP = 1.25;
    private static final double MAP_WIDTH = 126;
    private static final double MAP_HEIGHT = 86;
    private static final double MAP_GAP = 24;
    private static final double SMALLEST_START = 0.75;

    private final Canvas canvas = new Canvas();
    private final Placement graph;
    private final ObjectProperty<Optional<String>> selected;
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private GraphColours colours = GraphColours.of(false);
    private Set<String> found = Set.of();
    private double x;
    private double y;
    private double grabX;
    private double grabY;
    private boolean moved;
    private boolean fitted;

    /// Shows the graph; a click on a box selects it.
    ///
    /// @param name what screen readers call it, with its nodes as text
    GraphCanvas(Placement graph, ObjectProperty<Optional<String>> selected, String name) {
        this.graph = graph;
        this.selected = selected;
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getChildren().add(canvas);
        canvas.setManaged(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        selected.addListener(_ -> draw());
    }

    /// The zoom, 1 for 100 %.
    DoubleProperty zoom() {
        return zoom;
    }

    /// Wears light or dark colours.
    void dark(boolean dark) {
        colours = GraphColours.of(dark);
        draw();
    }

    /// Marks what a search found and shows the first of it; none fades nothing.
    void found(Set<String> ids) {
        found = ids;
        graph.boxes().stream()
                .filter(placed -> ids.contains(placed.id()))
                .findFirst()
                .ifPresent(this::reveal);
        draw();
    }

    /// Zooms so that all of it can be seen, at most to 100 %.
    void fit() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double fits =
                Math.min(
                        getWidth() / Math.max(1, graph.width()),
                        getHeight() / Math.max(1, graph.height()));
        zoom.set(Math.clamp(fits, LEAST_ZOOM, 1));
        x = (graph.width() - getWidth() / zoom.get()) / 2;
        y = Math.min(0, (graph.height() - getHeight() / zoom.get()) / 2);
        draw();
    }

    /// Zooms in (above 0) or out by a step, about the middle.
    void zoomBy(int steps) {
        zoomAt(Math.pow(ZOOM_STEP, steps), getWidth() / 2, getHeight() / 2);
    }

    private void zoomAt(double factor, double px, double py) {
        double before = zoom.get();
        double after = Math.clamp(before * factor, LEAST_ZOOM, MOST_ZOOM);
        x += px / before - px / after;
        y += py / before - py / after;
        zoom.set(after);
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (!fitted && getWidth() > 0) {
            fitted = true;
            start();
        }
        draw();
    }

    // A graph that would be too small to read as a whole starts at its upper end.
    private void start() {
        fit();
        if (zoom.get() < SMALLEST_START) {
            zoom.set(1);
            x = graph.boxes().isEmpty() ? 0 : graph.boxes().getFirst().centre() - getWidth() / 2;
            y = 0;
        }
    }

    private Rectangle2D view() {
        return new Rectangle2D(x, y, getWidth() / zoom.get(), getHeight() / zoom.get());
    }

    private void draw() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        new GraphPainter(g, colours, zoom.get())
                .paint(graph, view(), selected.get().orElse(""), found);
        map(g);
    }

    private void map(GraphicsContext g) {
        double left = getWidth() - MAP_WIDTH - MAP_GAP;
        double top = getHeight() - MAP_HEIGHT - MAP_GAP / 1.5;
        double scale = Math.min(MAP_WIDTH / graph.width(), MAP_HEIGHT / graph.height());
        g.save();
        g.setFill(colours.ground());
        g.fillRoundRect(left - 2, top - 2, MAP_WIDTH + 4, MAP_HEIGHT + 4, 6, 6);
        g.setStroke(colours.border());
        g.setLineWidth(1);
        g.strokeRoundRect(left - 1.5, top - 1.5, MAP_WIDTH + 3, MAP_HEIGHT + 3, 6, 6);
        g.beginPath();
        g.rect(left, top, MAP_WIDTH, MAP_HEIGHT);
        g.clip();
        double offX = left + (MAP_WIDTH - graph.width() * scale) / 2;
        double offY = top + (MAP_HEIGHT - graph.height() * scale) / 2;
        double viewX = Math.max(left, offX + x * scale);
        double viewY = Math.max(top, offY + y * scale);
        double viewRight = Math.min(left + MAP_WIDTH, offX + (x + view().getWidth()) * scale);
        double viewBottom = Math.min(top + MAP_HEIGHT, offY + (y + view().getHeight()) * scale);
        g.setFill(colours.mapGround());
        g.fillRect(viewX, viewY, viewRight - viewX, viewBottom - viewY);
        for (Placement.Box placed : graph.boxes()) {
            g.setFill(colours.map(placed.kind()));
            g.fillRect(
                    offX + placed.x() * scale,
                    offY + placed.y() * scale,
                    Math.max(1, placed.width() * scale),
                    Math.max(1, placed.height() * scale - 0.5));
        }
        g.setStroke(colours.accent());
        g.setLineWidth(1.5);
        g.strokeRoundRect(
                viewX + 0.75,
                viewY + 0.75,
                viewRight - viewX - 1.5,
                viewBottom - viewY - 1.5,
                3,
                3);
        g.restore();
    }

    private void grab(MouseEvent press) {
        requestFocus();
        grabX = press.getX();
        grabY = press.getY();
        moved = false;
    }

    private void drag(MouseEvent drag) {
        x -= (drag.getX() - grabX) / zoom.get();
        y -= (drag.getY() - grabY) / zoom.get();
        moved = moved || Math.hypot(drag.getX() - grabX, drag.getY() - grabY) > 1;
        grabX = drag.getX();
        grabY = drag.getY();
        draw();
    }

    private void click(MouseEvent click) {
        if (!moved) {
            selected.set(
                    graph.at(x + click.getX() / zoom.get(), y + click.getY() / zoom.get())
                            .map(placed -> placed.id()));
        }
    }

    private void scroll(ScrollEvent scroll) {
        if (scroll.isShortcutDown()) {
            zoomAt(scroll.getDeltaY() > 0 ? 1.1 : 1 / 1.1, scroll.getX(), scroll.getY());
        } else {
            x -= scroll.getDeltaX() / zoom.get();
            y -= scroll.getDeltaY() / zoom.get();
            draw();
        }
        scroll.consume();
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> follow(next(true));
            case UP -> follow(next(false));
            case LEFT -> follow(beside(-1));
            case RIGHT -> follow(beside(1));
            case ESCAPE -> selected.set(Optional.empty());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void follow(Optional<Placement.Box> box) {
        box.or(() -> selected.get().isEmpty() ? graph.boxes().stream().findFirst() : box)
                .ifPresent(
                        placed -> {
                            selected.set(Optional.of(placed.id()));
                            reveal(placed);
                        });
    }

    private Optional<Placement.Box> next(boolean down) {
        String now = selected.get().orElse("");
        return graph.lines().stream()
                .filter(line -> (down ? line.from() : line.to()).id().equals(now))
                .map(line -> down ? line.to() : line.from())
                .min(Comparator.comparingDouble(Placement.Box::x));
    }

    private Optional<Placement.Box> beside(int by) {
        Optional<Placement.Box> now = selected.get().flatMap(graph::find);
        Stream<Placement.Box> row =
                graph.boxes().stream()
                        .filter(one -> now.filter(it -> it.y() == one.y()).isPresent())
                        .filter(one -> Math.signum(one.x() - now.orElseThrow().x()) == by);
        return row.min(
                Comparator.comparingDouble(one -> Math.abs(one.x() - now.orElseThrow().x())));
    }

    private void reveal(Placement.Box placed) {
        Rectangle2D view = view();
        if (placed.x() < view.getMinX() || placed.right() > view.getMaxX()) {
            x = placed.centre() - view.getWidth() / 2;
        }
        if (placed.y() < view.getMinY() || placed.bottom() > view.getMaxY()) {
            y = placed.y() - view.getHeight() / 2;
        }
        draw();
    }
}
