package gemwright.report.chart;

import gemwright.drift.Distribution;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiFunction;

/// Pairs of lying bars, one pair a category, with both shares written at their end.
@SuppressWarnings("serial") // charts are never serialised
final class PairRenderer extends BarRenderer {
    private final transient List<Distribution.Bar> bars;
    private final transient ChartStyle style;
    private final transient BiFunction<Distribution.Bar, Boolean, String> label;

    /// @param label the text at the end of a pair
    PairRenderer(
            List<Distribution.Bar> bars,
            ChartStyle style,
            BiFunction<Distribution.Bar, Boolean, String> label) {
        this.bars = bars;
        this.style = style;
        this.label = label;
        setItemMargin(0);
        setShadowVisible(false);
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            CategoryItemRendererState state,
            Rectangle2D area,
            CategoryPlot plot,
            CategoryAxis domain,
            ValueAxis range,
            CategoryDataset data,
            int row,
            int column,
            int pass) {
        double top = calculateBarW0(plot, plot.getOrientation(), area, domain, state, row, column);
        double zero = range.valueToJava2D(0, area, plot.getRangeAxisEdge());
        double value = data.getValue(row, column).doubleValue();
        double end = range.valueToJava2D(value, area, plot.getRangeAxisEdge());
        Rectangle2D bar = new Rectangle2D.Double(zero, top, end - zero, state.getBarWidth());
        if (row == 0) {
            graphics.setPaint(style.palette().referenceFill());
            graphics.fill(bar);
        } else {
            Hatch.fill(graphics, bar, style);
            graphics.setPaint(style.palette().current());
            graphics.setStroke(style.thin());
            graphics.draw(bar);
            double other = data.getValue(0, column).doubleValue();
            double longest =
                    range.valueToJava2D(Math.max(value, other), area, plot.getRangeAxisEdge());
            write(graphics, bars.get(column), longest, top);
        }
        EntityCollection entities = state.getEntityCollection();
        if (entities != null) {
            addItemEntity(entities, data, row, column, bar);
        }
    }

    private void write(Graphics2D graphics, Distribution.Bar bar, double end, double middle) {
        boolean odd = bar.lost() || bar.unseen();
        Color colour = odd ? style.palette().current() : style.palette().muted();
        graphics.setPaint(colour);
        graphics.setFont(odd ? style.heavy() : style.font());
        graphics.drawString(
                label.apply(bar, odd),
                (float) (end + style.size() * 0.6),
                (float) (middle + style.size() * 0.36));
    }
}
