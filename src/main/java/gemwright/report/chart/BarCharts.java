package gemwright.report.chart;

import gemwright.base.Texts;
import gemwright.drift.Distribution;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

import java.awt.Paint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lying bars with a name each.
final class BarCharts {
    /// Longer names are cut in the chart; tables show them whole.
    private static final int LONGEST_NAME = 24;

    private final ChartStyle style;
    private final Axes axes;
    private final Texts texts;

    BarCharts(ChartStyle style, Axes axes, Texts texts) {
        this.style = style;
        this.axes = axes;
        this.texts = texts;
    }

    JFreeChart pairs(Distribution.Bars shares) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        CategoryAxis names = new CategoryAxis();
        axes.dress(names);
        names.setCategoryMargin(0.28);
        List<String> keys = keys(shares);
        double highest = 0;
        for (int i = 0; i < keys.size(); i++) {
            Distribution.Bar bar = shares.bars().get(i);
            data.addValue(100 * bar.reference(), "reference", keys.get(i));
            data.addValue(100 * bar.current(), "current", keys.get(i));
            highest = Math.max(highest, 100 * Math.max(bar.reference(), bar.current()));
            if (bar.lost() || bar.unseen()) {
                names.setTickLabelPaint(keys.get(i), style.palette().current());
                names.setTickLabelFont(keys.get(i), style.heavy());
            }
        }
        NumberAxis range = axes.number(texts.of("chart.share"));
        range.setRange(0, Math.max(1e-9, highest) * 1.7);
        PairRenderer renderer = new PairRenderer(shares.bars(), style, this::label);
        return chart(data, names, range, renderer);
    }

    private String label(Distribution.Bar bar, boolean odd) {
        String key = !odd ? "chart.pair" : bar.lost() ? "chart.lost" : "chart.new";
        return texts.of(key, bar.reference(), bar.current());
    }

    private List<String> keys(Distribution.Bars shares) {
        List<String> keys = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < shares.bars().size(); i++) {
            boolean others = shares.others() > 0 && i == shares.bars().size() - 1;
            String name =
                    others
                            ? texts.of("chart.others", shares.others())
                            : shortened(shares.bars().get(i).category());
            while (!taken.add(name)) {
                name += " "; // two long names may be cut to the same one
            }
            keys.add(name);
        }
        return keys;
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    JFreeChart ranking(Chart.Ranking ranking) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        CategoryAxis names = new CategoryAxis();
        axes.dress(names);
        names.setCategoryMargin(0.3);
        Set<String> taken = new HashSet<>();
        for (Chart.Rank rank : ranking.ranks()) {
            String name = shortened(rank.name());
            while (!taken.add(name)) {
                name += " ";
            }
            data.addValue(rank.value(), "value", name);
        }
        NumberAxis range = axes.number(ranking.axis());
        range.setAutoRangeIncludesZero(true);
        BarRenderer renderer =
                new BarRenderer() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Paint getItemPaint(int row, int column) {
                        return ranking.ranks().get(column).marked()
                                ? style.palette().current()
                                : style.palette().referenceFill();
                    }
                };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        return chart(data, names, range, renderer);
    }

    private JFreeChart chart(
            DefaultCategoryDataset data, CategoryAxis names, NumberAxis range, BarRenderer bars) {
        CategoryPlot plot = new CategoryPlot(data, names, range, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return axes.padded(plot);
    }
}
