package gemwright.ui.drift;

import gemwright.drift.ColumnReport;
import gemwright.drift.Verdict;
import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.Optional;

/// All columns with a verdict, the worst first; the selected one is shown beside.
final class FeaturesCard {
    private final DriftViewModel model;
    private final Language language;
    private final DriftWords words;
    private final Watched watched;

    FeaturesCard(DriftViewModel model, Language language, Watched watched) {
        this.model = model;
        this.language = language;
        this.words = new DriftWords(language);
        this.watched = watched;
    }

    Card card() {
        FilteredList<ColumnReport> rows =
                new FilteredList<>(FXCollections.observableArrayList(watched.columns()));
        model.filter()
                .subscribe(
                        typed ->
                                rows.setPredicate(
                                        one ->
                                                one.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(typed.toLowerCase(Locale.ROOT))));
        SortedList<ColumnReport> sorted = new SortedList<>(rows);
        DataTable<ColumnReport> table = table(sorted);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.dense();
        table.setId("features");
        model.selected().get().ifPresent(table.getSelectionModel()::select);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, now) ->
                                Optional.ofNullable(now)
                                        .ifPresent(one -> model.selected().set(Optional.of(one))));
        TextField filter = new TextField();
        filter.textProperty().bindBidirectional(model.filter());
        filter.getStyleClass().add("small");
        filter.setPrefWidth(160);
        filter.setPromptText(language.say("drift.filter"));
        filter.setAccessibleText(language.say("drift.filter"));
        return new Card(language.say("drift.features"))
                .remark(language.figures().count(watched.features()))
                .actions(filter)
                .fill(table)
                .grow();
    }

    private DataTable<ColumnReport> table(SortedList<ColumnReport> rows) {
        return new DataTable<>(language.say("drift.features"), rows)
                .node(language.say("drift.column.feature"), 144, ColumnReport::name, this::name)
                .text(language.say("drift.column.type"), 48, this::type)
                .node(language.say("drift.column.effect"), 80, this::effectWords, this::effect)
                .node(language.say("drift.column.trend"), 104, this::trendWords, this::trend)
                .text(language.say("drift.column.since"), 62, this::since)
                .node(
                        language.say("drift.column.verdict"),
                        90,
                        one -> language.say("drift.verdict." + one.verdict().word()),
                        this::verdict);
    }

    private Node name(ColumnReport column) {
        Label name = Words.small(column.name());
        if (column.drifted()) {
            name.getStyleClass().add("strong");
        }
        name.setTooltip(new javafx.scene.control.Tooltip(column.name()));
        return name;
    }

    private String type(ColumnReport column) {
        return column.output() ? language.say("drift.output") : words.kind(column.kind());
    }

    private String effectWords(ColumnReport column) {
        return column.decisive()
                .map(test -> words.method(test) + " " + words.score(test))
                .orElse("");
    }

    private Node effect(ColumnReport column) {
        HBox both = new HBox(5);
        both.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        column.decisive()
                .ifPresent(
                        test ->
                                both.getChildren()
                                        .addAll(
                                                Words.styled(
                                                        Words.muted(words.method(test)),
                                                        "small-text"),
                                                Words.small(words.score(test))));
        return both;
    }

    private String trendWords(ColumnReport column) {
        return watched.series(column)
                .map(
                        series ->
                                language.say(
                                        "drift.trend",
                                        series.outsideCount(),
                                        series.values().size()))
                .orElse("");
    }

    private Node trend(ColumnReport column) {
        return watched.series(column)
                .<Node>map(series -> new Sparkline(series, column.verdict()))
                .orElseGet(Region::new);
    }

    private String since(ColumnReport column) {
        return column.verdict() == Verdict.STABLE
                ? "—"
                : watched.since(column).map(words::day).orElse("—");
    }

    private Node verdict(ColumnReport column) {
        String word = language.say("drift.verdict." + column.verdict().word());
        return switch (column.verdict()) {
            case DRIFTED -> Pill.verdict(Tone.DANGER, Feather.ALERT_CIRCLE, word);
            case WATCH -> Pill.verdict(Tone.WARNING, Feather.EYE, word);
            case STABLE, NOT_JUDGED -> {
                Label plain = Words.styled(Words.muted(word), "small-text");
                plain.setGraphic(Icons.of(Feather.CHECK, 12));
                plain.setGraphicTextGap(6);
                yield plain;
            }
        };
    }
}
