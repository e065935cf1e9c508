package gemwright.report.chart;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// Pairs of upright bars, one pair a whole number of the horizontal axis: series 0 filled, series 1
/// hatched. A current bar without rows beside a reference bar with some gets a ×.
@SuppressWarnings("serial") // charts are never serialised
final class SmallBarsRenderer extends AbstractXYItemRenderer {
    private final transient ChartStyle style;

    /// Whether the bars of a pair lie over each other instead of side by side.
    private final boolean overlaid;

    SmallBarsRenderer(ChartStyle style, boolean overlaid) {
        this.style = style;
        this.overlaid = overlaid;
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
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        double place = data.getXValue(series, item);
        double from = place + (overlaid ? -0.4 : series == 0 ? -0.42 : 0);
        double to = place + (overlaid ? 0.4 : series == 0 ? 0 : 0.42);
        double left = domain.valueToJava2D(from, area, plot.getDomainAxisEdge());
        double right = domain.valueToJava2D(to, area, plot.getDomainAxisEdge());
        double zero = range.valueToJava2D(0, area, plot.getRangeAxisEdge());
        double value = data.getYValue(series, item);
        double top = range.valueToJava2D(value, area, plot.getRangeAxisEdge());
        Rectangle2D bar = new Rectangle2D.Double(left, top, right - left, zero - top);
        if (series == 0) {
            graphics.setPaint(style.palette().referenceFill());
            graphics.fill(bar);
        } else if (value > 0) {
            Hatch.fill(graphics, bar, style);
            graphics.setPaint(style.palette().current());
            graphics.setStroke(style.thin());
            graphics.draw(bar);
        } else if (data.getYValue(0, item) > 0 && !overlaid) {
            cross(graphics, (left + right) / 2, zero);
        }
        if (overlaid && series == 1) {
            label(graphics, value, bar);
        }
        if (state.getEntityCollection() != null) {
            addEntity(state.getEntityCollection(), bar, data, series, item, left, top);
        }
    }

    private void label(Graphics2D graphics, double value, Rectangle2D bar) {
        String text = Long.toString(Math.round(value));
        graphics.setFont(style.font());
        double width = graphics.getFontMetrics().stringWidth(text);
        double height = style.size();
        float x = (float) (bar.getCenterX() - width / 2);
        float y = (float) (bar.getMinY() - height * 0.3);
        graphics.setPaint(style.palette().ground());
        graphics.fill(new Rectangle2D.Double(x - 1, y - height * 0.85, width + 2, height * 1.02));
        graphics.setPaint(style.palette().current());
        graphics.drawString(text, x, y);
    }

    private void cross(Graphics2D graphics, double x, double zero) {
        double half = style.size() * 0.2;
        double y = zero - 2 * half;
        graphics.setPaint(style.palette().current());
        graphics.setStroke(style.solid());
        graphics.draw(new java.awt.geom.Line2D.Double(x - half, y - half, x + half, y + half));
        graphics.draw(new java.awt.geom.Line2D.Double(x - half, y + half, x + half, y - half));
    }
}
