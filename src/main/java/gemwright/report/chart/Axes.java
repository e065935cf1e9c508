package gemwright.report.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;

/// What all charts have in common: bare ground, horizontal grid only, muted labels.
final class Axes {
    private final ChartStyle style;

    Axes(ChartStyle style) {
        this.style = style;
    }

    /// A chart without frame, title and legend.
    JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, style.font(), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        return chart;
    }

    /// The same with room for the outer halves of the first and the last label of an axis.
    JFreeChart padded(Plot plot) {
        JFreeChart chart = chart(plot);
        double half = style.size() * 0.6;
        chart.setPadding(new RectangleInsets(half, 0, half * 0.3, style.size() * 1.4));
        return chart;
    }

    /// A plot with the horizontal grid.
    void grid(XYPlot plot) {
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD); // the current data on top
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(style.palette().grid());
        plot.setRangeGridlineStroke(style.thin());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /// Gives the vertical axis the same room in every chart, so that charts below each other share
    /// their time axis.
    void align(XYPlot plot) {
        AxisSpace space = new AxisSpace();
        space.setLeft(style.size() * 3);
        plot.setFixedRangeAxisSpace(space);
    }

    /// A plot without anything but its data.
    void bare(XYPlot plot) {
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.getDomainAxis().setVisible(false);
        plot.getRangeAxis().setVisible(false);
    }

    NumberAxis number(String label) {
        NumberAxis axis = new NumberAxis(label.isEmpty() ? null : label);
        axis.setAutoRangeIncludesZero(false);
        axis.setNumberFormatOverride(format());
        dress(axis);
        return axis;
    }

    /// The vertical axis of shares, from 0 to 100 percent at most; room above for labels.
    NumberAxis shares(String label, double highest, double room) {
        NumberAxis axis = number(label);
        axis.setRange(0, Math.max(1e-9, highest * room));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    void dress(ValueAxis axis) {
        axis.setTickLabelFont(style.font());
        axis.setLabelFont(style.font());
        axis.setTickLabelPaint(style.palette().muted());
        axis.setLabelPaint(style.palette().muted());
        axis.setAxisLinePaint(style.palette().axis());
        axis.setTickMarkPaint(style.palette().axis());
        axis.setTickMarkOutsideLength(style.size() * 0.25f);
        double gap = style.size() * 0.2;
        axis.setLabelInsets(new RectangleInsets(gap, gap, gap, 2 * gap));
        axis.setTickLabelInsets(new RectangleInsets(gap, gap, gap * 0.5, gap));
    }

    void dress(CategoryAxis axis) {
        axis.setTickLabelFont(style.font());
        axis.setTickLabelPaint(style.palette().text());
        axis.setAxisLinePaint(style.palette().axis());
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setMaximumCategoryLabelWidthRatio(0.5f);
    }

    /// Numbers with thousands separators and a true minus sign.
    NumberFormat format() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(java.util.Locale.ENGLISH);
        symbols.setMinusSign('−');
        return new DecimalFormat("#,##0.######", symbols);
    }
}
