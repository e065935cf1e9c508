package gemwright.ui.home;

import gemwright.base.Problem;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Icons;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Intake;
import gemwright.ui.desk.Sample;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Supplier;

/// The first screen.
public final class HomeView {
    private static final int DROP_ICON = 32;

    private final Desk desk;
    private final HomeViewModel model;
    private final Language language;
    private final HBox stations = new HBox();
    private final HBox whereabouts = new HBox();

    private HomeView(Desk desk, HomeViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        HomeViewModel model = new HomeViewModel(desk);
        return () -> new HomeView(desk, model).page();
    }

    private Page page() {
        VBox refusal = new VBox();
        VBox left = new VBox(refusal, dropZone(), journey(), samples());
        refusal.managedProperty().bind(refusal.visibleProperty());
        Showing.follow(refusal, () -> showRefusal(refusal), desk.intake().last());
        left.getStyleClass().add("home-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(new RecentFilesCard(desk).card(), new RecentRunsCard(desk).card());
        right.getStyleClass().add("home-right");
        HBox both = new HBox(left, right);
        both.getStyleClass().add("home");
        ScrollPane scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        Showing.follow(stations, this::showStations, model.stations());
        return new Page(Words.title(language.say("screen.home")), scroll)
                .primary(
                        Buttons.primary(
                                Feather.FOLDER,
                                language.say("home.open"),
                                () -> desk.actions().get("file.open").run()));
    }

    private void showRefusal(VBox place) {
        place.getChildren().clear();
        if (desk.intake().last().get() instanceof Outcome.Failed<Intake.Seen>(Problem problem)) {
            place.getChildren().add(MessageBar.of(problem, language));
        }
        place.setVisible(!place.getChildren().isEmpty());
    }

    private Node dropZone() {
        Label formats = Words.wrapped(Words.secondary(language.say("home.formats")));
        HBox buttons =
                new HBox(
                        Buttons.secondary(
                                Feather.PLAY,
                                language.say("action.file.sample"),
                                () -> desk.actions().get("file.sample").run()),
                        Buttons.secondary(
                                Feather.FOLDER,
                                language.say("home.folder"),
                                () -> desk.actions().get("file.folder").run()));
        buttons.getStyleClass().add("drop-buttons");
        buttons.setAlignment(Pos.CENTER);
        Label title = Words.wrapped(Words.heading(language.say("home.drop")));
        Label promise = Words.wrapped(Words.muted(language.say("home.promise")));
        VBox zone =
                new VBox(
                        Icons.of(Feather.UPLOAD, Tone.WORKING, DROP_ICON),
                        title,
                        promise,
                        buttons,
                        formats);
        for (Label centred : List.of(title, promise, formats)) {
            centred.setAlignment(Pos.CENTER);
            centred.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        }
        zone.getStyleClass().add("drop-zone");
        zone.setAlignment(Pos.CENTER);
        VBox.setVgrow(zone, Priority.ALWAYS);
        return zone;
    }

    private Node journey() {
        whereabouts.getStyleClass().add("section-head");
        whereabouts.setAlignment(Pos.BASELINE_LEFT);
        stations.getStyleClass().add("stations");
        VBox section = new VBox(whereabouts, stations);
        section.getStyleClass().add("section");
        return section;
    }

    private void showStations() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        whereabouts
                .getChildren()
                .setAll(
                        Words.strong(language.say("home.where")),
                        Words.muted(
                                desk.lineage().path().stream()
                                        .findFirst()
                                        .map(first -> first.label())
                                        .orElse(language.say("home.nowhere"))),
                        space);
        if (desk.lineage().file().isPresent()) {
            model.next().map(this::goOn).ifPresent(whereabouts.getChildren()::add);
        }
        stations.getChildren().clear();
        List<Station> all = model.stations().get();
        for (int i = 0; i < all.size(); i++) {
            stations.getChildren().add(station(all.get(i), i + 1, i == all.size() - 1));
        }
    }

    private Node goOn(Station next) {
        Hyperlink link =
                Buttons.link(
                        language.say("home.continue", language.say("screen." + next.screen())),
                        () -> desk.go(next.screen()));
        link.setId("continue");
        return Words.styled(link, "small-text");
    }

    private Node station(Station station, int number, boolean last) {
        Label name =
                Words.strong(
                        language.say("station", number, language.say("station." + station.name())));
        name.setGraphic(Icons.of(station.icon()));
        Label verdict =
                Words.label(
                        language.say(station.verdict().orElse(Phrase.of("station.notYet"))),
                        "station-verdict",
                        station.tone().style());
        verdict.setGraphic(
                station.verdict().isPresent()
                        ? Icons.of(station.tone())
                        : Icons.of(Feather.CIRCLE));
        Label detail = Words.secondary(language.say(station.detail()));
        VBox words = new VBox(name, verdict, detail);
        words.getStyleClass().add("station");
        StackPane box = new StackPane(words);
        box.getStyleClass().add(last ? "station-last" : "station-box");
        if (!last) {
            Node arrow = Icons.of(Feather.CHEVRON_RIGHT);
            StackPane ground = new StackPane(arrow);
            ground.getStyleClass().add("station-arrow");
            ground.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            StackPane.setAlignment(ground, Pos.TOP_RIGHT);
            box.getChildren().add(ground);
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(1);
        box.setMinWidth(0);
        box.setOnMouseClicked(_ -> desk.go(station.screen()));
        return box;
    }

    private Node samples() {
        HBox head =
                new HBox(
                        Words.strong(language.say("home.samples")),
                        Words.muted(language.say("home.samples.what")));
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox cards = new HBox();
        cards.getStyleClass().add("samples");
        for (Sample sample : model.samples()) {
            Node card = sample(sample);
            HBox.setHgrow(card, Priority.ALWAYS);
            cards.getChildren().add(card);
        }
        if (model.samples().isEmpty()) {
            cards.getChildren().add(Words.secondary(language.say("home.samples.none")));
        }
        VBox section = new VBox(head, cards);
        section.getStyleClass().add("section");
        return section;
    }

    private Node sample(Sample sample) {
        Label title = Words.strong(language.say("sample." + sample.id() + ".title"));
        title.setGraphic(Icons.of(sample.icon(), Tone.WORKING));
        Label text =
                Words.wrapped(Words.secondary(language.say("sample." + sample.id() + ".text")));
        HBox tags = new HBox();
        tags.getStyleClass().add("tags");
        sample.screens()
                .forEach(id -> tags.getChildren().add(Pill.tag(language.say("screen." + id))));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Hyperlink open = Buttons.link(language.say("open"), () -> model.open(sample));
        open.setGraphic(Icons.of(Feather.ARROW_RIGHT));
        open.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        open.getStyleClass().add("small-text");
        open.setId("sample-" + sample.id());
        open.setAccessibleText(language.say("open") + ": " + title.getText());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot =
                new HBox(
                        Words.secondary(
                                language.say(
                                        "sample.size",
                                        sample.files(),
                                        language.figures().bytes(sample.bytes()))),
                        gap,
                        open);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(title, text, tags, space, foot);
        card.getStyleClass().addAll("card", "sample");
        card.setPrefWidth(1);
        card.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) {
                        model.open(sample);
                    }
                });
        return card;
    }
}
