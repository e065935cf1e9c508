package gemwright.report.chart;

import gemwright.drift.Series;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A line through the middles of the windows: dots inside the band, orange diamonds outside it.
@SuppressWarnings("serial") // charts are never serialised
final class TrendRenderer extends AbstractXYItemRenderer {
    private final transient Series series;
    private final transient ChartStyle style;

    TrendRenderer(Series series, ChartStyle style) {
        this.series = series;
        this.style = style;
    }

    @Override
    public int getPassCount() {
        return 2; // dots lie over the line
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset data,
            int row,
            int item,
            CrosshairState crosshair,
            int pass) {
        RectangleEdge bottom = plot.getDomainAxisEdge();
        RectangleEdge side = plot.getRangeAxisEdge();
        double x = domain.valueToJava2D(data.getXValue(row, item), area, bottom);
        double y = range.valueToJava2D(data.getYValue(row, item), area, side);
        if (Double.isNaN(y)) {
            return;
        }
        if (pass == 0) {
            double before =
                    item == 0
                            ? Double.NaN
                            : range.valueToJava2D(data.getYValue(row, item - 1), area, side);
            if (!Double.isNaN(before)) {
                double from = domain.valueToJava2D(data.getXValue(row, item - 1), area, bottom);
                graphics.setPaint(style.palette().referenceLine());
                graphics.setStroke(style.solid());
                graphics.draw(new Line2D.Double(from, before, x, y));
            }
            return;
        }
        dot(graphics, x, y, series.outside(item));
        if (state.getEntityCollection() != null) {
            Rectangle2D around = new Rectangle2D.Double(x - 6, y - 6, 12, 12);
            addEntity(state.getEntityCollection(), around, data, row, item, x, y);
        }
    }

    private void dot(Graphics2D graphics, double x, double y, boolean outside) {
        double half = style.size() * (outside ? 0.42 : 0.2);
        if (!outside) {
            graphics.setPaint(style.palette().referenceLine());
            graphics.fill(new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half));
            return;
        }
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - half);
        diamond.lineTo(x + half, y);
        diamond.lineTo(x, y + half);
        diamond.lineTo(x - half, y);
        diamond.closePath();
        graphics.setPaint(style.palette().current());
        graphics.fill(diamond);
    }
}
