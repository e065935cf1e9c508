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
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// One bar a window: grey inside the reference's band, hatched orange outside, the band's limits
/// dashed on top.
@SuppressWarnings("serial") // charts are never serialised
final class StripRenderer extends AbstractXYItemRenderer {
    private final transient Series series;
    private final transient ChartStyle style;

    StripRenderer(Series series, ChartStyle style) {
        this.series = series;
        this.style = style;
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
        double value = data.getYValue(row, item);
        if (!Double.isNaN(value)) {
            double left = domain.valueToJava2D(item + 0.07, area, bottom);
            double right = domain.valueToJava2D(item + 0.93, area, bottom);
            double zero = range.valueToJava2D(range.getLowerBound(), area, side);
            double top = range.valueToJava2D(value, area, side);
            Rectangle2D bar = new Rectangle2D.Double(left, top, right - left, zero - top);
            paint(graphics, bar, item);
            if (state.getEntityCollection() != null) {
                addEntity(state.getEntityCollection(), bar, data, row, item, left, top);
            }
        }
        if (item == data.getItemCount(row) - 1) {
            limits(graphics, area, range, side);
        }
    }

    private void paint(Graphics2D graphics, Rectangle2D bar, int item) {
        if (!series.outside(item)) {
            graphics.setPaint(style.palette().referenceFill());
            graphics.fill(bar);
            return;
        }
        Hatch.fill(graphics, bar, style);
        graphics.setPaint(style.palette().current());
        graphics.setStroke(style.thin());
        graphics.draw(bar);
    }

    private void limits(
            Graphics2D graphics, Rectangle2D area, ValueAxis range, RectangleEdge side) {
        graphics.setPaint(style.palette().muted());
        graphics.setStroke(style.fineDashes());
        if (series.alarm() != Series.Alarm.BELOW) {
            line(graphics, area, range.valueToJava2D(series.high(), area, side));
        }
        if (series.alarm() != Series.Alarm.ABOVE) {
            line(graphics, area, range.valueToJava2D(series.low(), area, side));
        }
    }

    private static void line(Graphics2D graphics, Rectangle2D area, double y) {
        if (!Double.isNaN(y)) {
            graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }
}
