package gemwright.ui.drift;

import gemwright.drift.Series;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// The verdict in one line: how many features drifted and since when, the model's confidence, and
/// how many rows stand behind it.
final class VerdictBar {
    private final Language language;
    private final Figures figures;
    private final Watched watched;

    VerdictBar(Language language, Watched watched) {
        this.language = language;
        this.figures = language.figures();
        this.watched = watched;
    }

    Node bar(Button again) {
        boolean calm = watched.drifted() == 0 && !watched.report().drifted();
        Tone tone = calm ? Tone.SUCCESS : Tone.WARNING;
        HBox bar = new HBox(Icons.of(tone), verdict());
        bar.getStyleClass().addAll("message-bar", tone.style(), "verdict-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        DriftWords words = new DriftWords(language);
        watched.since()
                .ifPresent(
                        at ->
                                bar.getChildren()
                                        .add(
                                                Words.muted(
                                                        language.say(
                                                                "drift.since", words.moment(at)))));
        watched.confidence()
                .ifPresent(
                        series -> bar.getChildren().addAll(line(), Words.text(confidence(series))));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren()
                .addAll(
                        line(),
                        Words.muted(
                                language.say(
                                        "drift.rows",
                                        figures.count(watched.report().currentRows()),
                                        figures.count(watched.report().referenceRows()))),
                        space,
                        again);
        return bar;
    }

    private Node verdict() {
        var label =
                Words.strong(language.say("drift.verdict", watched.drifted(), watched.features()));
        label.setId("verdict");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private String confidence(Series series) {
        List<Double> values = series.values().stream().filter(Double::isFinite).toList();
        if (values.isEmpty()) {
            return language.say("drift.confidence.none");
        }
        double last = values.getLast();
        String key =
                last < series.low()
                        ? "drift.confidence.below"
                        : last > series.high()
                                ? "drift.confidence.above"
                                : "drift.confidence.within";
        return language.say(key, figures.fixed(last, 3));
    }

    private static Node line() {
        Region line = new Region();
        line.getStyleClass().add("verdict-line");
        return line;
    }
}
