package gemwright.ui.drift;

import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.report.chart.Chart;
import gemwright.ui.chart.ChartPane;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.kordamp.ikonli.feather.Feather;

import java.awt.Color;
import java.time.Instant;

/// A figure over time with the band of the reference and the point where its level changed: the
/// model's confidence, or the distance of the selected column.
final class ConfidenceCard {
    private static final Color LIGHT = new Color(0xCF222E);
    private static final Color DARK = new Color(0xF85149);
    private static final double BESIDE = 0.005;

    private final Desk desk;
    private final Language language;

    ConfidenceCard(Desk desk) {
        this.desk = desk;
        this.language = desk.language();
    }

    Card card(String title, String remark, Series series, Timeline timeline, String axis) {
        ChartPane chart =
                new ChartPane(desk, title).finishedBy(drawn -> finish(drawn, series, timeline));
        chart.show(new Chart.Trend(series, timeline.windows(), axis, true));
        VBox body = new VBox(chart);
        body.getStyleClass().add("trend-body");
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setPrefHeight(100);
        Card card =
                new Card(title)
                        .remark(remark)
                        .actions(
                                gemwright.ui.control.Words.secondary(language.say("drift.band")),
                                Buttons.icon(
                                        Feather.IMAGE,
                                        language.say("chart.copy"),
                                        chart::copyPicture))
                        .fill(body);
        card.setMinHeight(156);
        card.setPrefHeight(156);
        card.setMaxHeight(156);
        return card;
    }

    /// Room at the edges, and the moment of the change beside its mark.
    private void finish(JFreeChart drawn, Series series, Timeline timeline) {
        drawn.setPadding(new RectangleInsets(6, 0, 0, 12));
        XYPlot plot = (XYPlot) drawn.getPlot();
        series.change()
                .filter(Series.ChangePoint::real)
                .ifPresent(
                        change -> {
                            Instant at = timeline.windows().get(change.window()).from();
                            // Where the line is low: before it rises, after it falls.
                            boolean rises =
                                    mean(series, change.window(), series.values().size())
                                            > mean(series, 0, change.window());
                            XYTextAnnotation label =
                                    new XYTextAnnotation(
                                            language.say(
                                                    "drift.change",
                                                    new DriftWords(language).moment(at)),
                                            change.window()
                                                    + (rises ? -1 : 1)
                                                            * BESIDE
                                                            * timeline.windows().size(),
                                            plot.getRangeAxis().getUpperBound());
                            label.setTextAnchor(rises ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
                            label.setFont(plot.getDomainAxis().getTickLabelFont());
                            label.setPaint(desk.appearance().dark() ? DARK : LIGHT);
                            plot.addAnnotation(label);
                        });
    }

    private static double mean(Series series, int from, int to) {
        return series.values().subList(from, to).stream()
                .filter(Double::isFinite)
                .mapToDouble(value -> value)
                .average()
                .orElse(0);
    }
}
