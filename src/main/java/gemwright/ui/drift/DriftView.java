package gemwright.ui.drift;

import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.EmptyState;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Segments;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.LineagePath;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The Monitor screen: the sides to compare in its head, the verdict first, then the columns.
public final class DriftView {
    private static final double NARROW_BELOW = 1000;
    private static final double TABLE = 320;
    private static final double CHART = 260;
    private static final double SIGNS = 120;

    private final Desk desk;
    private final DriftViewModel model;
    private final Language language;
    private final StackPane content = new StackPane();
    private final HBox choices = new HBox();

    private DriftView(Desk desk, DriftViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        DriftViewModel model = new DriftViewModel(desk);
        return () -> new DriftView(desk, model).page();
    }

    private Page page() {
        choices.getStyleClass().add("drift-choices");
        choices.setAlignment(Pos.CENTER_RIGHT);
        HBox place = new HBox(choices);
        place.setAlignment(Pos.CENTER_RIGHT);
        Showing.follow(
                choices,
                this::showChoices,
                desk.shelf().reference(),
                desk.shelf().files(),
                model.current(),
                model.outcome());
        Showing.follow(
                content,
                () -> show(place),
                model.outcome(),
                desk.shelf().reference(),
                desk.shelf().files(),
                model.current());
        content.widthProperty()
                .map(width -> width.doubleValue() < NARROW_BELOW)
                .addListener((_, _, _) -> show(place));
        return new Page(LineagePath.last(desk, "drift"), content)
                .secondary(place)
                .primary(primary());
    }

    private Button primary() {
        Button button =
                Buttons.primary(Feather.FILE_TEXT, language.say("drift.report"), model::report);
        button.setId("drift-report");
        Showing.follow(
                button,
                () -> button.setDisable(model.outcome().get().found().isEmpty()),
                model.outcome());
        return button;
    }

    private boolean narrow() {
        return content.getWidth() > 0 && content.getWidth() < NARROW_BELOW;
    }

    private void showChoices() {
        choices.getChildren().clear();
        Optional<Path> reference = desk.shelf().reference().get();
        if (reference.isEmpty() || model.current().get().isEmpty()) {
            return;
        }
        choices.getChildren()
                .addAll(
                        named(
                                "drift.reference",
                                choice(
                                        "drift.reference",
                                        model.references(),
                                        reference,
                                        desk.shelf()::refer)),
                        named(
                                "drift.current",
                                choice(
                                        "drift.current",
                                        model.candidates(),
                                        model.current().get(),
                                        file -> model.current().set(Optional.of(file)))),
                        new Segments<>(
                                language.say("drift.window"),
                                List.of(Lately.values()),
                                one -> language.say("drift.window." + one.name()),
                                model.lately()));
    }

    private Node named(String key, Node input) {
        Label name = Words.secondary(language.say(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox both = new HBox(8, name, input);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private ComboBox<Path> choice(
            String key, List<Path> files, Optional<Path> chosen, Consumer<Path> choose) {
        ComboBox<Path> box = new ComboBox<>();
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Path file) {
                        return Optional.ofNullable(file).map(model::name).orElse("");
                    }

                    @Override
                    public Path fromString(String name) {
                        throw new IllegalStateException("nobody types a file: " + name);
                    }
                });
        box.getItems().setAll(files);
        chosen.filter(file -> !files.contains(file)).ifPresent(box.getItems()::addFirst);
        chosen.ifPresent(box::setValue);
        box.setPrefWidth(136);
        box.setMinWidth(96);
        box.setId(key.replace('.', '-'));
        box.setAccessibleText(language.say(key));
        box.valueProperty()
                .addListener((_, _, file) -> Optional.ofNullable(file).ifPresent(choose));
        return box;
    }

    private void show(HBox place) {
        List<Node> above = new ArrayList<>();
        if (narrow()) {
            HBox row = new HBox(choices);
            above.add(row);
        } else {
            place.getChildren().setAll(choices);
        }
        Node shown =
                switch (model.outcome().get()) {
                    case Outcome.Nothing<Watched> _ -> empty();
                    case Outcome.Stopped<Watched> _ ->
                            page(
                                    above,
                                    MessageBar.of(
                                            Tone.NEUTRAL, language.say("drift.stopped"), again()));
                    case Outcome.Working<Watched> _ ->
                            page(
                                    above,
                                    MessageBar.of(
                                            Tone.WORKING,
                                            Feather.LOADER,
                                            language.say("drift.working")));
                    case Outcome.Failed<Watched>(var problem) ->
                            page(above, MessageBar.of(problem, language, again()));
                    case Outcome.Ready<Watched>(Watched watched) -> ready(above, watched);
                };
        content.getChildren().setAll(shown);
    }

    private Button again() {
        return Buttons.small(Feather.REFRESH_CW, language.say("drift.again"), model::look);
    }

    private static VBox page(List<Node> above, Node... parts) {
        VBox page = new VBox();
        page.getStyleClass().add("content");
        page.getChildren().addAll(above);
        page.getChildren().addAll(parts);
        return page;
    }

    private Node ready(List<Node> above, Watched watched) {
        VBox page = page(above, new VerdictBar(language, watched).bar(again()));
        List<Region> side = new ArrayList<>();
        side.add(new ColumnCard(desk, model, watched).card());
        SignsCard signs = new SignsCard(language, watched);
        if (signs.any()) {
            side.add(signs.card());
        }
        Region features = new FeaturesCard(model, language, watched).card();
        if (narrow()) {
            features.setMinHeight(TABLE);
            side.getFirst().setMinHeight(CHART);
            page.getChildren().add(features);
            page.getChildren().addAll(side);
        } else {
            page.getChildren().add(beside(features, side));
        }
        strip(watched).ifPresent(page.getChildren()::add);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        return scroll;
    }

    private static Node beside(Region features, List<Region> others) {
        VBox side = new VBox(16, others.toArray(Node[]::new));
        HBox both = new HBox(16, features, side);
        HBox.setHgrow(features, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        features.setPrefWidth(528);
        side.setPrefWidth(504);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(CHART + SIGNS);
        return both;
    }

    private Optional<Node> strip(Watched watched) {
        Optional<Timeline> timeline = watched.report().timeline();
        Optional<Series> confidence = watched.confidence();
        if (timeline.isEmpty()) {
            return Optional.empty();
        }
        if (confidence.isPresent()) {
            return Optional.of(
                    new ConfidenceCard(desk)
                            .card(
                                    language.say("drift.confidence"),
                                    language.say("drift.confidence.what", per(timeline.get())),
                                    confidence.get(),
                                    timeline.get(),
                                    language.say("drift.confidence.axis")));
        }
        StackPane place = new StackPane();
        Showing.follow(
                place,
                () ->
                        place.getChildren()
                                .setAll(
                                        model.selected().get().stream()
                                                .flatMap(column -> watched.series(column).stream())
                                                .<Node>map(
                                                        series -> distance(timeline.get(), series))
                                                .toList()),
                model.selected());
        return Optional.of(place);
    }

    private Node distance(Timeline timeline, Series series) {
        return new ConfidenceCard(desk)
                .card(
                        language.say("drift.distance", series.name()),
                        language.say("drift.distance.what", per(timeline)),
                        series,
                        timeline,
                        language.say("drift.distance.axis"));
    }

    private String per(Timeline timeline) {
        return timeline.rowsPerWindow() > 0
                ? language.say("drift.per.rows", language.figures().count(timeline.rowsPerWindow()))
                : language.say("drift.per.window");
    }

    private Node empty() {
        Optional<Path> reference = desk.shelf().reference().get();
        EmptyState state =
                new EmptyState(
                        Feather.ACTIVITY,
                        language.say("drift.empty.title"),
                        language.say("drift.empty.text"));
        state.need(
                reference.isPresent(),
                language.say("drift.reference"),
                reference.map(model::name).orElse(language.say("drift.empty.reference")),
                supply(
                        "drift.reference",
                        model.references(),
                        reference,
                        desk.shelf()::refer,
                        "drift.empty.openData"));
        state.need(
                model.current().get().isPresent(),
                language.say("drift.empty.log"),
                model.current().get().map(model::name).orElse(language.say("drift.empty.log.none")),
                supply(
                        "drift.current",
                        model.candidates(),
                        model.current().get(),
                        file -> model.current().set(Optional.of(file)),
                        "drift.empty.openLog"));
        return state.remark(language.say("drift.empty.drop"));
    }

    /// A choice among the files at hand, or the way to open one where there is none.
    private Node supply(
            String key,
            List<Path> files,
            Optional<Path> chosen,
            Consumer<Path> choose,
            String open) {
        Button button =
                Buttons.small(
                        Feather.FOLDER,
                        language.say(open),
                        () -> desk.actions().get("file.open").run());
        if (files.isEmpty()) {
            return button;
        }
        ComboBox<Path> box = choice(key, files, chosen, choose);
        box.setPromptText(language.say("drift.choose"));
        box.getStyleClass().add("small");
        HBox both = new HBox(8, box, button);
        both.setAlignment(Pos.CENTER_RIGHT);
        return both;
    }
}
