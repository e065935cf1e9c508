package gemwright.report.chart;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A change point: an upright line with a triangle on top.
@SuppressWarnings("serial") // charts are never serialised
final class ChangeMark extends AbstractXYAnnotation {
    private final int window;
    private final transient ChartStyle style;

    ChangeMark(int window, ChartStyle style) {
        this.window = window;
        this.style = style;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int index,
            PlotRenderingInfo info) {
        double x = domain.valueToJava2D(window, area, plot.getDomainAxisEdge());
        double half = style.size() * 0.35;
        graphics.setPaint(style.palette().text());
        graphics.setStroke(style.solid());
        graphics.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, area.getMinY() + half);
        triangle.lineTo(x - half, area.getMinY() - half * 0.7);
        triangle.lineTo(x + half, area.getMinY() - half * 0.7);
        triangle.closePath();
        graphics.fill(triangle);
    }
}
