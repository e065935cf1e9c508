package gemwright.ui.shell;

import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Health;
import gemwright.ui.desk.Notices.Notice;
import gemwright.ui.desk.Tone;
import gemwright.ui.task.Job;
import gemwright.ui.text.Language;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.Optional;

/// The foot of the window, 28 high: what was done last or the work under way with its Cancel, the
/// server, the alerts, the language.
final class StatusLine extends HBox {
    private static final double PROGRESS = 144;
    private static final int DOT = 4;

    private final Desk desk;
    private final Language language;
    private final HBox left = new HBox();
    private final HBox right = new HBox();
    private final Label counts = Words.label("", "status-text");
    private final Label times = Words.label("", "status-muted");
    private final ProgressBar bar = new ProgressBar();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(250), _ -> tick()));

    StatusLine(Desk desk) {
        this.desk = desk;
        this.language = desk.language();
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        left.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().add("status-left");
        right.setAlignment(Pos.CENTER_RIGHT);
        right.getStyleClass().add("status-right");
        right.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(left, space, right);
        bar.setPrefWidth(PROGRESS);
        clock.setCycleCount(Timeline.INDEFINITE);
        Showing.follow(this, this::showLeft, desk.background().running(), desk.notices().status());
        Showing.follow(
                this,
                this::showRight,
                desk.health().serving(),
                desk.health().drifted(),
                desk.notices().kept());
    }

    private Optional<Job> shown() {
        return desk.background().running().stream().reduce((_, last) -> last);
    }

    private void showLeft() {
        Optional<Job> job = shown();
        if (job.isPresent()) {
            clock.play();
            left.getChildren().setAll(working(job.get()));
            tick();
        } else {
            clock.stop();
            left.getChildren().setAll(said(desk.notices().status().get()));
        }
    }

    private Node said(Notice notice) {
        Label label =
                Words.label(
                        language.say(notice.text()),
                        notice.tone() == Tone.DANGER ? "status-danger" : "status-muted");
        label.setGraphic(
                switch (notice.tone()) {
                    case NEUTRAL, SUCCESS -> Icons.of(Feather.CHECK);
                    case WORKING -> Icons.of(Feather.LOADER);
                    case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, Tone.WARNING);
                    case DANGER -> Icons.of(Feather.ALERT_CIRCLE, Tone.DANGER);
                });
        label.setId("status");
        return label;
    }

    private Node[] working(Job job) {
        counts.setGraphic(Icons.of(Feather.LOADER));
        Button cancel = new Button(language.say("cancel"), Words.label("Esc", "status-key"));
        cancel.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        cancel.getStyleClass().add("status-cancel");
        cancel.setId("cancel");
        cancel.setOnAction(_ -> desk.actions().get("run.cancel").run());
        counts.setId("status");
        bar.setAccessibleText(language.say(job.name()));
        return new Node[] {counts, bar, times, cancel};
    }

    private void tick() {
        shown().ifPresent(
                        job -> {
                            counts.setText(words(job));
                            times.setText(time(job));
                            Optional<Double> share = job.step().get().share();
                            // A bar that only runs to and fro says nothing that the words do not.
                            bar.setVisible(share.isPresent() || !desk.appearance().still());
                            bar.setProgress(share.orElse(-1.0));
                        });
    }

    private String words(Job job) {
        Job.Step step = job.step().get();
        String name = language.say(job.name());
        if (step.phase().isEmpty()) {
            return name;
        }
        String phase = language.problems().of("progress." + step.phase());
        if (step.total() <= 1) {
            return phase;
        }
        return language.say(
                "status.progress",
                phase,
                language.figures().count(step.done()),
                language.figures().count(step.total()));
    }

    private String time(Job job) {
        String elapsed = language.figures().clock(job.elapsed());
        if (job.elapsed().toSeconds() < 2) {
            return "";
        }
        return job.left()
                .map(left -> language.say("status.left", elapsed, language.figures().clock(left)))
                .orElse(elapsed);
    }

    private void showRight() {
        right.getChildren().clear();
        desk.health().serving().get().map(this::serving).ifPresent(right.getChildren()::add);
        if (!desk.notices().kept().isEmpty()) {
            right.getChildren().add(new WarningsButton(desk));
        }
        int drifted = desk.health().drifted().get();
        if (drifted > 0) {
            Button alert = new Button(language.say("status.drifted", drifted));
            alert.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Tone.WARNING));
            alert.getStyleClass().addAll("status-button", "status-warning");
            alert.setOnAction(_ -> desk.go("drift"));
            right.getChildren().add(alert);
        }
        right.getChildren().add(languages());
    }

    private Node serving(Health.Serving server) {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add("serving-dot");
        Button button =
                new Button(
                        language.say(
                                "status.serving",
                                Integer.toString(server.port()),
                                language.figures().significant(server.requestsPerSecond())));
        button.setGraphic(dot);
        button.getStyleClass().add("status-button");
        button.setOnAction(_ -> desk.go("serve"));
        return button;
    }

    private Node languages() {
        MenuButton button = new MenuButton(language.say("language.name"), Icons.of(Feather.GLOBE));
        button.getStyleClass().addAll("status-button", "language-button");
        button.setId("language");
        button.setAccessibleText(language.say("setting.language"));
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            MenuItem item = new MenuItem(new Language(locale).say("language.name"));
            item.setOnAction(
                    _ ->
                            desk.choices()
                                    .choose(
                                            gemwright.workbench.Settings.LANGUAGE,
                                            locale.getLanguage()));
            button.getItems().add(item);
        }
        return button;
    }
}
