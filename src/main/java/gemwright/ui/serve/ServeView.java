package gemwright.ui.serve;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.EmptyState;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Showing;
import gemwright.ui.control.TabStrip;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.LineagePath;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Supplier;

/// The Serve screen: before a server runs it offers to start one, then it shows it.
public final class ServeView {
    private final Desk desk;
    private final ServeViewModel model;
    private final Language language;
    private final StackPane content = new StackPane();
    private final HBox state = new HBox();
    private final TryCard trial;
    private final Button action = new Button();

    private ServeView(Desk desk, ServeViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
        this.trial = new TryCard(desk, model.trial());
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        ServeViewModel model = new ServeViewModel(desk);
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        clock.setCycleCount(Timeline.INDEFINITE);
        model.server()
                .subscribe(
                        now -> {
                            if (now.found().isPresent()) {
                                clock.play();
                            } else {
                                clock.stop();
                            }
                        });
        return () -> new ServeView(desk, model).page();
    }

    private Page page() {
        state.getStyleClass().add("serve-state");
        state.setAlignment(Pos.CENTER_LEFT);
        HBox title = new HBox(new LineagePath(desk, "serve"), state);
        title.getStyleClass().add("serve-title");
        title.setAlignment(Pos.CENTER_LEFT);
        action.setOnAction(_ -> primary());
        Page page =
                new Page(title, content)
                        .secondary(
                                whileRunning(
                                        Buttons.secondary(
                                                Feather.COPY,
                                                language.say("serve.copyUrl"),
                                                this::copyAddress)),
                                whileRunning(
                                        Buttons.secondary(
                                                Feather.EXTERNAL_LINK,
                                                language.say("serve.openapi"),
                                                this::openDescription)),
                                whileRunning(stop()),
                                start())
                        .primaryInside(action);
        Showing.follow(
                content,
                () -> show(page),
                model.server(),
                model.tab(),
                desk.lineage().active(),
                desk.shelf().reference());
        return page;
    }

    private boolean running() {
        return model.server().get().found().isPresent();
    }

    /// Ctrl+Enter: starts the server, then sends the request.
    private void primary() {
        if (running()) {
            trial.send().fire();
        } else {
            model.start();
        }
    }

    private Button whileRunning(Button button) {
        Showing.follow(
                button,
                () -> {
                    button.setVisible(running());
                    button.setManaged(running());
                },
                model.server());
        return button;
    }

    private Button stop() {
        Button stop =
                Words.styled(
                        Buttons.secondary(Feather.SQUARE, language.say("serve.stop"), model::stop),
                        "danger");
        stop.setId("stop");
        return stop;
    }

    // In a box, so that a narrow window does not fold it away: it is the accent button.
    private Node start() {
        Button start =
                Buttons.primary(Feather.RADIO, language.say("action.serve.run"), model::start);
        start.setId("start");
        HBox box = new HBox(start);
        box.setAlignment(Pos.CENTER);
        Showing.follow(
                box,
                () -> {
                    box.setVisible(!running());
                    box.setManaged(!running());
                    start.setDisable(
                            desk.lineage().file().isEmpty() || model.server().get().working());
                },
                model.server(),
                desk.lineage().active());
        return box;
    }

    private void show(Page page) {
        state.getChildren().clear();
        page.tabs().set(Optional.empty());
        switch (model.server().get()) {
            case Outcome.Nothing<Started> _ -> content.getChildren().setAll(empty());
            case Outcome.Stopped<Started> _ -> content.getChildren().setAll(empty());
            case Outcome.Working<Started> _ ->
                    content.getChildren()
                            .setAll(
                                    message(
                                            MessageBar.of(
                                                    Tone.WORKING,
                                                    Feather.LOADER,
                                                    language.say("serve.starting"))));
            case Outcome.Failed<Started>(var problem) ->
                    content.getChildren().setAll(message(refusal(problem)));
            case Outcome.Ready<Started>(Started started) -> {
                state.getChildren()
                        .setAll(
                                Pill.verdict(
                                        Tone.SUCCESS,
                                        Feather.CHECK_CIRCLE,
                                        language.say("serve.running")),
                                Words.code(started.endpoint().url().toString()));
                page.tabs().set(Optional.of(tabs()));
                content.getChildren().setAll(tab());
            }
        }
    }

    private Node message(Node bar) {
        VBox box = new VBox(bar);
        box.getStyleClass().add("content");
        return box;
    }

    private Node refusal(gemwright.base.Problem problem) {
        Optional<Integer> free = model.freePort();
        if (free.isPresent()) {
            Button use =
                    Words.styled(
                            Buttons.small(
                                    language.say("serve.usePort", Integer.toString(free.get())),
                                    () -> model.startOn(free.get())),
                            "strong-button");
            use.setId("use-port");
            return MessageBar.of(problem, language, use, choosePort());
        }
        return MessageBar.of(
                problem,
                language,
                Buttons.small(Feather.REFRESH_CW, language.say("serve.retry"), model::start));
    }

    private Node choosePort() {
        return Buttons.small(language.say("serve.choosePort"), () -> desk.go("settings"));
    }

    private Node empty() {
        EmptyState state =
                new EmptyState(
                        Feather.RADIO,
                        language.say("serve.empty.title"),
                        language.say("serve.empty.text"));
        Optional<String> name = desk.lineage().active().get().map(variant -> variant.label());
        state.need(
                name.isPresent(),
                language.say("serve.need.model"),
                name.orElse(language.say("serve.need.model.none")),
                Buttons.small(
                        Feather.FOLDER,
                        language.say("action.file.open"),
                        () -> desk.actions().get("file.open").run()));
        Optional<String> reference =
                desk.shelf().reference().get().map(file -> String.valueOf(file.getFileName()));
        state.need(
                reference.isPresent(),
                language.say("serve.need.reference"),
                reference.orElse(language.say("serve.need.reference.none")),
                Buttons.small(
                        Feather.FOLDER,
                        language.say("action.file.open"),
                        () -> desk.actions().get("file.open").run()));
        Settings settings = desk.choices().settings().get();
        state.need(
                true,
                language.say("serve.need.address"),
                settings.text(Settings.HOST) + ":" + model.port(),
                choosePort());
        return state.remark(
                language.say(
                        settings.flag(Settings.LOG_PREDICTIONS)
                                ? "serve.empty.log"
                                : "serve.empty.noLog"));
    }

    private TabStrip tabs() {
        return new TabStrip(model.tab())
                .tab("try", language.say("serve.try"))
                .tab("snippets", language.say("serve.tab.snippets"))
                .tab(
                        "requests",
                        language.say("serve.tab.requests"),
                        model.pulse()
                                .map(
                                        pulse ->
                                                pulse.map(
                                                                now ->
                                                                        language.figures()
                                                                                .count(
                                                                                        now
                                                                                                .requests()))
                                                        .orElse("")))
                .tab("load", language.say("serve.load"))
                .tab("options", language.say("serve.tab.options"));
    }

    private Node tab() {
        Node shown =
                switch (model.tab().get()) {
                    case "snippets" -> snippets();
                    case "requests" -> new RequestsPanel(desk, model).panel();
                    case "load" -> new LoadPanel(desk, model).panel();
                    case "options" -> new OptionsPanel(desk, model).panel();
                    default -> new TryPanel(desk, model, trial).panel();
                };
        if (model.other().isEmpty()) {
            return shown;
        }
        VBox both = new VBox(message(swap()), shown);
        VBox.setVgrow(shown, Priority.ALWAYS);
        both.getStyleClass().add("serve-with-message");
        return both;
    }

    private Node snippets() {
        VBox box = new VBox(new ResponseCard(desk, model.trial()).snippetsToKeep());
        box.getStyleClass().add("content");
        return box;
    }

    private Node swap() {
        return MessageBar.of(
                Tone.WORKING,
                Feather.REPEAT,
                language.say(
                        "serve.other",
                        model.server()
                                .get()
                                .found()
                                .map(started -> String.valueOf(started.file().getFileName()))
                                .orElse(""),
                        desk.lineage().active().get().map(one -> one.label()).orElse("")),
                Buttons.small(Feather.REPEAT, language.say("serve.swap"), model::swap));
    }

    private void copyAddress() {
        model.server()
                .get()
                .found()
                .ifPresent(
                        started -> {
                            MessageBar.copy(started.endpoint().url().toString());
                            desk.notices().status(Tone.SUCCESS, Phrase.of("status.copied"));
                        });
    }

    private void openDescription() {
        model.server()
                .get()
                .found()
                .ifPresent(started -> desk.browse(started.description().toString()));
    }
}
