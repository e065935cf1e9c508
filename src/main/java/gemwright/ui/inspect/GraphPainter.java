package gemwright.ui.inspect;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.Set;

/// Draws that part of a placed graph that can be seen, at a zoom.
final class GraphPainter {
    private static final double DOTS = 24;
    private static final double RADIUS = 5;
    private static final double ARROW = 4.5;
    private static final double ARROW_LENGTH = 6;
    private static final double TITLE = 14;
    private static final double DETAIL = 12;
    private static final double SMALLEST_TEXT = 5;
    private static final double STUB = 18;

    private final GraphicsContext g;
    private final GraphColours colours;
    private final double zoom;

    GraphPainter(GraphicsContext g, GraphColours colours, double zoom) {
        this.g = g;
        this.colours = colours;
        this.zoom = zoom;
    }

    /// Paints the ground and all that lies in the view.
    ///
    /// @param view the part that can be seen, in the graph's own pixels
    /// @param found ids of boxes that a search found; none where nothing was looked for
    void paint(Placement graph, Rectangle2D view, String selected, Set<String> found) {
        double width = view.getWidth() * zoom;
        double height = view.getHeight() * zoom;
        g.setFill(colours.ground());
        g.fillRect(0, 0, width, height);
        dots(view, width, height);
        g.save();
        g.scale(zoom, zoom);
        g.translate(-view.getMinX(), -view.getMinY());
        for (Placement.Line line : graph.lines()) {
            if (visible(line, view)) {
                flow(line, touches(line, selected));
            }
        }
        for (Placement.Box box : graph.boxes()) {
            if (view.intersects(box.x(), box.y(), box.width(), box.height())) {
                boolean faded = !found.isEmpty() && !found.contains(box.id());
                g.setGlobalAlpha(faded ? 0.35 : 1);
                box(box, box.id().equals(selected));
            }
        }
        g.setGlobalAlpha(1);
        g.restore();
    }

    private void dots(Rectangle2D view, double width, double height) {
        if (zoom < 0.5) {
            return;
        }
        g.setFill(colours.grid());
        double step = DOTS * zoom;
        double startX = -Math.floorMod(Math.round(view.getMinX() * zoom), Math.round(step)) + 12.0;
        double startY = -Math.floorMod(Math.round(view.getMinY() * zoom), Math.round(step)) + 12.0;
        for (double y = startY; y < height; y += step) {
            for (double x = startX; x < width; x += step) {
                g.fillRect(x - 1, y - 1, 2, 2);
            }
        }
    }

    private static boolean touches(Placement.Line line, String selected) {
        return line.from().id().equals(selected) || line.to().id().equals(selected);
    }

    private static boolean visible(Placement.Line line, Rectangle2D view) {
        double left = line.points().stream().mapToDouble(Placement.Point::x).min().orElse(0);
        double right = line.points().stream().mapToDouble(Placement.Point::x).max().orElse(0);
        return right >= view.getMinX()
                && left <= view.getMaxX()
                && line.to().y() >= view.getMinY()
                && line.from().bottom() <= view.getMaxY();
    }

    private void flow(Placement.Line line, boolean selected) {
        Color colour = selected ? colours.accent() : colours.line();
        g.setStroke(colour);
        g.setLineWidth(selected ? 2 : 1.5);
        Placement.Point first = line.points().getFirst();
        Placement.Point last = line.points().getLast();
        if (line.stub()) {
            stubs(line, first, last);
        } else {
            curve(line.points());
        }
        g.setFill(colour);
        g.fillPolygon(
                new double[] {last.x() - ARROW, last.x() + ARROW, last.x()},
                new double[] {last.y() - ARROW_LENGTH, last.y() - ARROW_LENGTH, last.y()},
                3);
        if (!line.label().isEmpty() && DETAIL * zoom >= SMALLEST_TEXT) {
            label(line, first, last);
        }
    }

    private void curve(List<Placement.Point> points) {
        g.beginPath();
        g.moveTo(points.getFirst().x(), points.getFirst().y());
        for (int i = 1; i < points.size(); i++) {
            Placement.Point from = points.get(i - 1);
            Placement.Point to = points.get(i);
            double y = i == points.size() - 1 ? to.y() - ARROW_LENGTH : to.y();
            double bend = Math.max(8, (y - from.y()) * 0.6);
            if (from.x() == to.x()) {
                g.lineTo(to.x(), y);
            } else {
                g.bezierCurveTo(from.x(), from.y() + bend, to.x(), y - bend, to.x(), y);
            }
        }
        g.stroke();
    }

    private void stubs(Placement.Line line, Placement.Point first, Placement.Point last) {
        g.strokeLine(first.x(), first.y(), first.x(), first.y() + STUB);
        g.strokeLine(last.x(), last.y() - STUB, last.x(), last.y() - ARROW_LENGTH);
        if (DETAIL * zoom >= SMALLEST_TEXT) {
            words(shortened(line.label(), 24), last.x() + 8, last.y() - STUB, TextAlignment.LEFT);
        }
    }

    private void label(Placement.Line line, Placement.Point first, Placement.Point last) {
        boolean straight = Math.abs(first.x() - last.x()) < 8;
        double y = (first.y() + last.y()) / 2;
        String text = shortened(line.label(), 24);
        if (line.stub()) {
            words(text, first.x() + 8, first.y() + STUB / 2, TextAlignment.LEFT);
        } else if (straight) {
            words(text, first.x() + 12, y, TextAlignment.LEFT);
        } else {
            double x = (first.x() + last.x()) / 2;
            double width = text.length() * 6.5 + 6;
            g.setFill(colours.ground());
            g.fillRect(x - width / 2, y - 9, width, 18);
            words(text, x, y, TextAlignment.CENTER);
        }
    }

    private void words(String text, double x, double y, TextAlignment align) {
        g.setFont(Font.font("Noto Sans SC", DETAIL));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(align);
        g.setFill(colours.muted());
        g.fillText(text, x, y);
    }

    private void box(Placement.Box box, boolean selected) {
        Placement.Kind kind = box.kind();
        double arc = kind == Placement.Kind.END ? box.height() : RADIUS * 2;
        g.setFill(colours.fill(kind));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        g.setStroke(selected ? colours.accent() : colours.border(kind));
        g.setLineWidth(selected ? 2 : 1);
        double inset = selected ? 0 : 0.5;
        g.strokeRoundRect(
                box.x() + inset,
                box.y() + inset,
                box.width() - 2 * inset,
                box.height() - 2 * inset,
                arc,
                arc);
        if (DETAIL * zoom >= SMALLEST_TEXT) {
            words(box);
        }
    }

    private void words(Placement.Box box) {
        boolean end = box.kind() == Placement.Kind.END;
        double centre = box.y() + box.height() / 2;
        double most = box.width() - 12;
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colours.text());
        g.setFont(Font.font(end ? "Noto Sans SC" : "Noto Sans SC SemiBold", TITLE));
        String title = shortened(box.title(), end ? most / 7 : most / 7.6);
        boolean two = !box.detail().isEmpty();
        g.fillText(title, box.centre(), two ? centre - 8 : centre);
        if (two) {
            g.setFill(colours.muted());
            g.setFont(Font.font("Noto Sans SC", DETAIL));
            g.fillText(shortened(box.detail(), most / 6.2), box.centre(), centre + 9);
        }
    }

    private static String shortened(String text, double characters) {
        int most = (int) characters;
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 2)) + "...";
    }
}
