package gemwright.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// The hatch of the current data: lines at 45°, clipped to a shape.
final class Hatch {
    private Hatch() {}

    static void fill(Graphics2D graphics, Shape area, ChartStyle style) {
        Rectangle2D box = area.getBounds2D();
        if (box.isEmpty()) {
            return;
        }
        Shape before = graphics.getClip();
        graphics.clip(area);
        graphics.setPaint(style.palette().current());
        graphics.setStroke(new BasicStroke(style.hatchLine()));
        double height = box.getHeight();
        // lines start on a common grid, so that neighbours continue each other
        double first = Math.floor((box.getMinX() - height) / style.hatchStep());
        for (double x = first * style.hatchStep(); x < box.getMaxX(); x += style.hatchStep()) {
            double offset = (box.getMaxY() % style.hatchStep());
            graphics.draw(
                    new Line2D.Double(
                            x - offset,
                            box.getMaxY(),
                            x - offset + height + style.hatchStep(),
                            box.getMinY() - style.hatchStep()));
        }
        graphics.setClip(before);
    }
}
