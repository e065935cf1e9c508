package gemwright.report.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import java.awt.Color;

/// Lines over a common axis, the first solid, the others dashed and orange.
final class LineCharts {
    private final ChartStyle style;
    private final Axes axes;

    LineCharts(ChartStyle style, Axes axes) {
        this.style = style;
        this.axes = axes;
    }

    JFreeChart lines(Chart.Lines lines) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (Chart.Line line : lines.lines()) {
            XYSeries series = new XYSeries(line.name(), false, true);
            for (int i = 0; i < line.at().size(); i++) {
                series.add(line.at().get(i), line.values().get(i));
            }
            data.addSeries(series);
        }
        NumberAxis domain = axes.number(lines.horizontal());
        domain.setLowerMargin(0);
        domain.setUpperMargin(0);
        NumberAxis range = axes.number(lines.vertical());
        range.setAutoRangeIncludesZero(true);
        range.setAxisLineVisible(false);
        range.setTickMarksVisible(false);
        XYPlot plot = new XYPlot(data, domain, range, renderer());
        if (lines.filled()) {
            plot.setDataset(1, first(data));
            plot.setRenderer(1, area());
        }
        axes.grid(plot);
        return axes.padded(plot);
    }

    private static XYSeriesCollection first(XYSeriesCollection data) {
        return data.getSeriesCount() == 0
                ? new XYSeriesCollection()
                : new XYSeriesCollection(data.getSeries(0));
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDefaultStroke(style.dashed());
        renderer.setDefaultPaint(style.palette().current());
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setSeriesPaint(0, style.palette().referenceLine());
        renderer.setSeriesStroke(0, style.solid());
        return renderer;
    }

    private XYAreaRenderer area() {
        XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
        Color fill = style.palette().referenceFill();
        area.setSeriesPaint(0, new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), 128));
        area.setOutline(false);
        return area;
    }
}
