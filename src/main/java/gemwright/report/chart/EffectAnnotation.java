package gemwright.report.chart;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// How far a column's effect lies from its limit: a black stroke at the limit, a line to a sign at
/// the effect.
@SuppressWarnings("serial") // charts are never serialised
final class EffectAnnotation extends AbstractXYAnnotation {
    /// Decades drawn on each side of the limit.
    static final double DECADES = 1.5;

    private final transient Chart.Effect effect;
    private final transient ChartStyle style;

    EffectAnnotation(Chart.Effect effect, ChartStyle style) {
        this.effect = effect;
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
        double y = area.getCenterY();
        double limit = domain.valueToJava2D(0, area, plot.getDomainAxisEdge());
        double log = effect.multiple() > 0 ? Math.log10(effect.multiple()) : -DECADES;
        double x =
                domain.valueToJava2D(
                        Math.clamp(log, -DECADES, DECADES), area, plot.getDomainAxisEdge());
        graphics.setPaint(style.palette().grid());
        graphics.setStroke(style.thin());
        graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        graphics.setPaint(colour());
        graphics.setStroke(style.solid());
        graphics.draw(new Line2D.Double(limit, y, x, y));
        graphics.setPaint(style.palette().text());
        double tall = style.size() * 0.75;
        graphics.draw(new Line2D.Double(limit, y - tall, limit, y + tall));
        sign(graphics, x, y);
    }

    private Color colour() {
        return switch (effect.verdict()) {
            case DRIFTED -> style.palette().current();
            case WATCH -> style.palette().text();
            case STABLE, NOT_JUDGED -> style.palette().axis();
        };
    }

    private void sign(Graphics2D graphics, double x, double y) {
        double half = style.size() * 0.55;
        graphics.setStroke(new BasicStroke(style.line()));
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - half);
        diamond.lineTo(x + half, y);
        diamond.lineTo(x, y + half);
        diamond.lineTo(x - half, y);
        diamond.closePath();
        switch (effect.verdict()) {
            case DRIFTED -> {
                graphics.setPaint(colour());
                graphics.fill(diamond);
            }
            case WATCH -> {
                graphics.setPaint(style.palette().ground());
                graphics.fill(diamond);
                graphics.setPaint(colour());
                graphics.draw(diamond);
            }
            case STABLE, NOT_JUDGED -> {
                double radius = half * 0.62;
                Ellipse2D ring =
                        new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
                graphics.setPaint(style.palette().ground());
                graphics.fill(ring);
                graphics.setPaint(style.palette().referenceLine());
                graphics.draw(ring);
            }
        }
    }
}
