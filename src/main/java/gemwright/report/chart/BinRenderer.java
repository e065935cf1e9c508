package gemwright.report.chart;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

import java.awt.Graphics2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Draws the two sides of a histogram: series 0, the reference, as a filled area, series 1, the
/// current data, hatched under an outline.
@SuppressWarnings("serial") // charts are never serialised
final class BinRenderer extends AbstractXYItemRenderer {
    private final transient List<Double> edges;
    private final transient ChartStyle style;

    BinRenderer(List<Double> edges, ChartStyle style) {
        this.edges = edges;
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
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        RectangleEdge bottom = plot.getDomainAxisEdge();
        RectangleEdge left = plot.getRangeAxisEdge();
        double zero = range.valueToJava2D(0, area, left);
        if (item == 0) {
            Path2D outline = outline(area, domain, range, bottom, left, data, series);
            paint(graphics, outline, series);
        }
        if (state.getEntityCollection() != null && series == 1) {
            double from = domain.valueToJava2D(edges.get(item), area, bottom);
            double to = domain.valueToJava2D(edges.get(item + 1), area, bottom);
            Rectangle2D bin =
                    new Rectangle2D.Double(from, area.getMinY(), to - from, zero - area.getMinY());
            addEntity(state.getEntityCollection(), bin, data, series, item, from, zero);
        }
    }

    private Path2D outline(
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            RectangleEdge bottom,
            RectangleEdge left,
            XYDataset data,
            int series) {
        double zero = range.valueToJava2D(0, area, left);
        Path2D path = new GeneralPath();
        path.moveTo(domain.valueToJava2D(edges.getFirst(), area, bottom), zero);
        for (int i = 0; i < data.getItemCount(series); i++) {
            double top = range.valueToJava2D(data.getYValue(series, i), area, left);
            path.lineTo(domain.valueToJava2D(edges.get(i), area, bottom), top);
            path.lineTo(domain.valueToJava2D(edges.get(i + 1), area, bottom), top);
        }
        path.lineTo(domain.valueToJava2D(edges.getLast(), area, bottom), zero);
        return path;
    }

    private void paint(Graphics2D graphics, Path2D outline, int series) {
        if (series == 0) {
            graphics.setPaint(style.palette().referenceFill());
            graphics.fill(outline);
            return;
        }
        Hatch.fill(graphics, outline, style);
        graphics.setPaint(style.palette().current());
        graphics.setStroke(style.solid());
        graphics.draw(outline);
    }
}
