package gemwright.report.chart;

import gemwright.base.Texts;
import gemwright.drift.Distribution;
import gemwright.drift.Series;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Makes the JFreeChart object of a [Chart], for the PDF and the screen alike.
///
/// The caller owns the chart; it may give it to a `ChartViewer` or draw it on any graphics. The
/// font must be known to the surface: [ChartFonts#register] for AWT.
public final class Charts {
    private final ChartStyle style;
    private final Texts texts;
    private final Axes axes;

    /// A factory of that style; its language is that of the axis names.
    public Charts(ChartStyle style) {
        this.style = style;
        this.texts = Texts.of("gemwright.report.texts", style.language());
        this.axes = new Axes(style);
    }

    /// The drawing of that value.
    public JFreeChart of(Chart chart) {
        return switch (chart) {
            case Chart.Histogram histogram -> histogram(histogram);
            case Chart.SmallHistogram small -> smallHistogram(small);
            case Chart.CategoryBars bars -> new BarCharts(style, axes, texts).pairs(bars.shares());
            case Chart.SmallBars bars -> smallBars(bars.shares());
            case Chart.Tenths tenths -> tenths(tenths.shares());
            case Chart.Strip strip -> strip(strip);
            case Chart.Trend trend -> trend(trend);
            case Chart.Effect effect -> effect(effect);
            case Chart.Lines lines -> new LineCharts(style, axes).lines(lines);
            case Chart.Ranking ranking -> new BarCharts(style, axes, texts).ranking(ranking);
        };
    }

    /// What a side looks like, for a legend.
    public static void patch(Graphics2D graphics, Shape area, ChartStyle style, boolean current) {
        graphics.setPaint(style.palette().referenceFill());
        if (!current) {
            graphics.fill(area);
            return;
        }
        Hatch.fill(graphics, area, style);
        graphics.setPaint(style.palette().current());
        graphics.setStroke(style.thin());
        graphics.draw(area);
    }

    private JFreeChart histogram(Chart.Histogram histogram) {
        Distribution.Histogram shares = histogram.shares();
        NumberAxis domain = axes.number(histogram.axis());
        domain.setRange(shares.edges().getFirst(), shares.edges().getLast());
        double room = histogram.middles().isPresent() ? 1.22 : 1.06;
        NumberAxis range = axes.shares(texts.of("chart.rowsPerBin"), 100 * highest(shares), room);
        XYPlot plot =
                new XYPlot(binned(shares), domain, range, new BinRenderer(shares.edges(), style));
        axes.grid(plot);
        tooltips(plot, shares);
        histogram.middles().ifPresent(middles -> medians(plot, middles));
        return axes.padded(plot);
    }

    private void tooltips(XYPlot plot, Distribution.Histogram shares) {
        plot.getRenderer()
                .setDefaultToolTipGenerator(
                        (data, series, item) ->
                                texts.of(
                                        "chart.bin",
                                        shares.edges().get(item),
                                        shares.edges().get(item + 1),
                                        shares.reference().get(item),
                                        shares.current().get(item)));
    }

    private void medians(XYPlot plot, Chart.Middles middles) {
        boolean rising = middles.reference() <= middles.current();
        median(plot, middles.reference(), style.palette().referenceLine(), style.solid(), !rising);
        median(plot, middles.current(), style.palette().current(), style.dashed(), rising);
    }

    private void median(XYPlot plot, double at, Color colour, Stroke stroke, boolean right) {
        ValueMarker marker = new ValueMarker(at, colour, stroke);
        marker.setLabel(texts.of("chart.median"));
        marker.setLabelFont(style.font());
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(0, style.size() * 0.4, 0, style.size() * 0.4));
        plot.addDomainMarker(marker, Layer.FOREGROUND);
    }

    private JFreeChart smallHistogram(Chart.SmallHistogram small) {
        Distribution.Histogram shares = small.shares();
        NumberAxis domain = axes.number("");
        domain.setRange(shares.edges().getFirst(), shares.edges().getLast());
        NumberAxis range = axes.number("");
        double top = Math.max(1e-9, 100 * highest(shares)) * 1.03;
        range.setRange(small.middles().isPresent() ? -top * 0.42 : -top * 0.03, top);
        XYPlot plot =
                new XYPlot(binned(shares), domain, range, new BinRenderer(shares.edges(), style));
        axes.bare(plot);
        baseline(plot);
        small.middles()
                .ifPresent(middles -> plot.addAnnotation(new MedianTriangles(middles, style)));
        return axes.chart(plot);
    }

    private void baseline(XYPlot plot) {
        ValueMarker base = new ValueMarker(0, style.palette().axis(), style.thin());
        plot.addRangeMarker(base, Layer.BACKGROUND);
    }

    private JFreeChart smallBars(Distribution.Bars shares) {
        List<Double> first = shares.bars().stream().map(Distribution.Bar::reference).toList();
        List<Double> second = shares.bars().stream().map(Distribution.Bar::current).toList();
        NumberAxis domain = axes.number("");
        domain.setRange(-0.5, Math.max(3, first.size()) - 0.5);
        NumberAxis range = axes.number("");
        double top = 100 * Math.max(Collections.max(first), Collections.max(second)) * 1.03;
        range.setRange(-top * 0.03, top);
        XYPlot plot =
                new XYPlot(
                        numbered(first, second, 0),
                        domain,
                        range,
                        new SmallBarsRenderer(style, false));
        axes.bare(plot);
        baseline(plot);
        return axes.chart(plot);
    }

    private JFreeChart tenths(Distribution.Tenths shares) {
        NumberAxis domain = axes.number(texts.of("chart.tenths"));
        domain.setRange(0.4, Math.max(2, shares.reference().size()) + 0.6);
        domain.setTickUnit(new NumberTickUnit(1));
        domain.setTickMarksVisible(false);
        double highest =
                Math.max(Collections.max(shares.reference()), Collections.max(shares.current()));
        NumberAxis range = axes.shares(texts.of("chart.share"), 100 * highest, 1.2);
        XYPlot plot =
                new XYPlot(
                        numbered(shares.reference(), shares.current(), 1),
                        domain,
                        range,
                        new SmallBarsRenderer(style, true));
        axes.grid(plot);
        return axes.padded(plot);
    }

    private JFreeChart strip(Chart.Strip strip) {
        Series series = strip.series();
        NumberAxis range = axes.number("");
        double[] span = span(series);
        range.setRange(strip.axes() ? span[0] : 0, span[1]);
        range.setTickUnit(new NumberTickUnit(niceTick(range.getRange().getLength() / 1.4)));
        range.setAxisLineVisible(false);
        range.setTickMarksVisible(false);
        WindowAxis domain = new WindowAxis(strip.windows(), style);
        XYPlot plot = new XYPlot(windowed(series), domain, range, new StripRenderer(series, style));
        if (strip.axes()) {
            axes.grid(plot);
            plot.setRangeGridlinesVisible(false);
            domain.setTickLabelsVisible(false);
            domain.setTickMarksVisible(false);
            domain.setAxisLineVisible(false);
        } else {
            axes.bare(plot);
        }
        shade(plot, series);
        mark(plot, series);
        if (strip.axes()) {
            axes.align(plot);
        }
        return strip.axes() ? axes.padded(plot) : axes.chart(plot);
    }

    private JFreeChart trend(Chart.Trend trend) {
        Series series = trend.series();
        NumberAxis range = axes.number(trend.axis());
        double[] span = span(series);
        range.setRange(span[0], span[1]);
        range.setAxisLineVisible(false);
        range.setTickMarksVisible(false);
        XYPlot plot =
                new XYPlot(
                        windowed(series),
                        new WindowAxis(trend.windows(), style),
                        range,
                        new TrendRenderer(series, style));
        axes.grid(plot);
        if (trend.axis().isEmpty()) {
            axes.align(plot);
        }
        shade(plot, series);
        limit(plot, series.low(), series.alarm() != Series.Alarm.ABOVE);
        limit(plot, series.high(), series.alarm() != Series.Alarm.BELOW);
        if (trend.markChange()) {
            mark(plot, series);
        }
        return axes.padded(plot);
    }

    private void limit(XYPlot plot, double value, boolean shown) {
        if (shown && Double.isFinite(value)) {
            plot.addRangeMarker(
                    new ValueMarker(value, style.palette().muted(), style.fineDashes()));
        }
    }

    private void shade(XYPlot plot, Series series) {
        IntervalMarker reference =
                new IntervalMarker(0, series.referenceWindows(), style.palette().band());
        plot.addDomainMarker(reference, Layer.BACKGROUND);
    }

    private void mark(XYPlot plot, Series series) {
        series.change()
                .filter(Series.ChangePoint::real)
                .ifPresent(change -> plot.addAnnotation(new ChangeMark(change.window(), style)));
    }

    private JFreeChart effect(Chart.Effect effect) {
        NumberAxis domain = axes.number("");
        double decades = EffectAnnotation.DECADES * 1.08;
        domain.setRange(-decades, decades);
        NumberAxis range = axes.number("");
        range.setRange(-1, 1);
        XYPlot plot =
                new XYPlot(
                        new DefaultXYDataset(), domain, range, new SmallBarsRenderer(style, false));
        axes.bare(plot);
        plot.addAnnotation(new EffectAnnotation(effect, style));
        return axes.chart(plot);
    }

    private static double highest(Distribution.Histogram shares) {
        return Math.max(Collections.max(shares.reference()), Collections.max(shares.current()));
    }

    /// Room around the values and the band, so that no line lies on the edge.
    private static double[] span(Series series) {
        double low = series.low();
        double high = series.high();
        for (double value : series.values()) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new double[] {0, 1};
        }
        double room = high > low ? (high - low) * 0.12 : Math.max(1e-9, Math.abs(high) * 0.1);
        double lower = low >= 0 && low < 3 * (high - low) * 0.2 ? 0 : low - room;
        return new double[] {Math.min(lower, low), high + room};
    }

    private static double niceTick(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range)));
        return range / power >= 5 ? 5 * power : range / power >= 2 ? 2 * power : power;
    }

    private static XYDataset windowed(Series series) {
        double[][] points = new double[2][series.values().size()];
        for (int i = 0; i < points[0].length; i++) {
            points[0][i] = i + 0.5;
            points[1][i] = series.values().get(i);
        }
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries(series.name(), points);
        return data;
    }

    private static XYDataset binned(Distribution.Histogram shares) {
        double[] middles =
                IntStream.range(0, shares.reference().size())
                        .mapToDouble(i -> shares.edges().get(i) / 2 + shares.edges().get(i + 1) / 2)
                        .toArray();
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("reference", new double[][] {middles, percent(shares.reference())});
        data.addSeries("current", new double[][] {middles, percent(shares.current())});
        return data;
    }

    private static XYDataset numbered(List<Double> first, List<Double> second, int from) {
        double[] places = IntStream.range(0, first.size()).mapToDouble(i -> i + from).toArray();
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("reference", new double[][] {places, percent(first)});
        data.addSeries("current", new double[][] {places, percent(second)});
        return data;
    }

    private static double[] percent(List<Double> shares) {
        return shares.stream().mapToDouble(share -> 100 * share).toArray();
    }
}
