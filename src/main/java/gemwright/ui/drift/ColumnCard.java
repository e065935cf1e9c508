package gemwright.ui.drift;

import gemwright.drift.ColumnReport;
import gemwright.drift.Distribution;
import gemwright.drift.Spread;
import gemwright.report.chart.Chart;
import gemwright.ui.chart.ChartPane;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The selected column: both sides over one another, and why the verdict is what it is.
final class ColumnCard {
    private static final int MOST_BARS = 6;

    private final Desk desk;
    private final DriftViewModel model;
    private final Watched watched;
    private final Language language;
    private final DriftWords words;

    ColumnCard(Desk desk, DriftViewModel model, Watched watched) {
        this.desk = desk;
        this.model = model;
        this.watched = watched;
        this.language = desk.language();
        this.words = new DriftWords(language);
    }

    Region card() {
        StackPane place = new StackPane();
        Showing.follow(
                place,
                () ->
                        place.getChildren()
                                .setAll(model.selected().get().stream().map(this::card).toList()),
                model.selected());
        VBox.setVgrow(place, Priority.ALWAYS);
        return place;
    }

    private Card card(ColumnReport column) {
        ChartPane chart = new ChartPane(desk, column.name());
        chart.finishedBy(
                drawn -> drawn.setPadding(new org.jfree.chart.ui.RectangleInsets(4, 0, 0, 8)));
        Node evidence = Words.flow(words.evidence(column), "evidence");
        HBox right = new HBox(evidence);
        right.setAlignment(Pos.CENTER_RIGHT);
        Label why = Words.wrapped(Words.small(words.why(column)));
        why.setId("why");
        why.setTooltip(new javafx.scene.control.Tooltip(why.getText()));
        VBox body = new VBox(why);
        body.getStyleClass().add("column-body");
        Optional<Chart> drawn = chart(column);
        if (drawn.isPresent()) {
            chart.show(drawn.get());
            VBox.setVgrow(chart, Priority.ALWAYS);
            chart.setPrefHeight(100);
            body.getChildren().addAll(legend(), chart);
        } else {
            body.getChildren().add(Words.muted(language.say("drift.noChart")));
        }
        return new Card(column.name())
                .remark(words.kind(column.kind()))
                .actions(
                        right,
                        Buttons.icon(Feather.IMAGE, language.say("chart.copy"), chart::copyPicture))
                .fill(body)
                .grow();
    }

    private static Optional<Chart> chart(ColumnReport column) {
        return switch (column.distribution()) {
            case Distribution.None _ -> Optional.empty();
            case Distribution.Histogram histogram ->
                    Optional.of(new Chart.Histogram(histogram, column.name(), middles(column)));
            case Distribution.Bars bars -> Optional.of(new Chart.CategoryBars(fewer(bars)));
        };
    }

    /// As many categories as can be read: the largest of either side in their order, the rest as
    /// one.
    static Distribution.Bars fewer(Distribution.Bars all) {
        int named = all.bars().size() - (all.others() > 0 ? 1 : 0);
        if (named <= MOST_BARS) {
            return all;
        }
        List<Distribution.Bar> largest =
                all.bars().subList(0, named).stream()
                        .sorted(Comparator.comparingDouble(ColumnCard::larger).reversed())
                        .limit(MOST_BARS)
                        .toList();
        List<Distribution.Bar> kept = new ArrayList<>();
        Distribution.Bar rest = new Distribution.Bar("", 0, 0, 0, 0);
        for (Distribution.Bar bar : all.bars()) {
            if (largest.contains(bar)) {
                kept.add(bar);
            } else {
                rest =
                        new Distribution.Bar(
                                bar.category(),
                                rest.referenceRows() + bar.referenceRows(),
                                rest.currentRows() + bar.currentRows(),
                                rest.reference() + bar.reference(),
                                rest.current() + bar.current());
            }
        }
        kept.add(rest);
        return new Distribution.Bars(kept, all.others() + named - MOST_BARS);
    }

    private static double larger(Distribution.Bar bar) {
        return Math.max(bar.reference(), bar.current());
    }

    private static Optional<Chart.Middles> middles(ColumnReport column) {
        Optional<Double> before = column.reference().spread().map(Spread::median);
        Optional<Double> now = column.current().spread().map(Spread::median);
        return before.isPresent() && now.isPresent()
                ? Optional.of(new Chart.Middles(before.get(), now.get()))
                : Optional.empty();
    }

    private Node legend() {
        HBox legend =
                new HBox(
                        swatch("swatch-reference"),
                        Words.secondary(
                                language.say(
                                        "drift.legend.reference",
                                        language.figures()
                                                .count(watched.report().referenceRows()))),
                        hatched(),
                        Words.secondary(
                                language.say(
                                        "drift.legend.current",
                                        language.figures().count(watched.report().currentRows()))));
        legend.getStyleClass().add("drift-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        return swatch;
    }

    private static Node hatched() {
        StackPane box = new StackPane(swatch("swatch-current"));
        javafx.scene.Group lines = new javafx.scene.Group();
        for (int x = 0; x < 4; x++) {
            Line line = new Line(x * 4 + 1, 9, x * 4 + 4, 1);
            line.getStyleClass().add("swatch-hatch");
            lines.getChildren().add(line);
        }
        box.getChildren().add(lines);
        return box;
    }
}
