package gemwright.report.chart;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The medians of a small histogram as triangles below its base line: filled for the reference,
/// hollow for the current data.
@SuppressWarnings("serial") // charts are never serialised
final class MedianTriangles extends AbstractXYAnnotation {
    private final transient Chart.Middles middles;
    private final transient ChartStyle style;

    MedianTriangles(Chart.Middles middles, ChartStyle style) {
        this.middles = middles;
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
        double top = range.valueToJava2D(0, area, plot.getRangeAxisEdge()) + 1.2;
        double reference =
                domain.valueToJava2D(middles.reference(), area, plot.getDomainAxisEdge());
        graphics.setPaint(style.palette().referenceLine());
        graphics.fill(triangle(reference, top));
        double current = domain.valueToJava2D(middles.current(), area, plot.getDomainAxisEdge());
        graphics.setPaint(style.palette().current());
        graphics.setStroke(style.thin());
        graphics.draw(triangle(current, top));
    }

    private Path2D triangle(double x, double top) {
        double half = style.size() * 0.32;
        Path2D path = new Path2D.Double();
        path.moveTo(x, top);
        path.lineTo(x + half, top + 1.7 * half);
        path.lineTo(x - half, top + 1.7 * half);
        path.closePath();
        return path;
    }
}
