package gemwright.ui.serve;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Facts;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Settings;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// Where the server listens and what it writes down, from the next start on; and what runs now.
final class OptionsPanel {
    private static final double HALF = 400;

    private final Desk desk;
    private final ServeViewModel model;
    private final Language language;

    OptionsPanel(Desk desk, ServeViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
    }

    Node panel() {
        VBox panel = new VBox(new HBox(16, start().grow(), now().grow()), line());
        panel.getStyleClass().add("content");
        return panel;
    }

    private Card start() {
        Facts facts =
                new Facts()
                        .fact(language.say("setting.serve.port"), port())
                        .fact(
                                language.say("setting.serve.host"),
                                desk.choices().settings().get().text(Settings.HOST))
                        .fact(language.say("setting.serve.log"), log());
        Card card =
                new Card(language.say("serve.options.start"))
                        .remark(language.say("serve.options.start.remark"))
                        .body(facts);
        card.setPrefWidth(HALF);
        return card;
    }

    private Node port() {
        TextField field = new TextField(Integer.toString(model.port()));
        field.setId("port");
        field.setMaxWidth(120);
        field.setAccessibleText(language.say("setting.serve.port"));
        field.textProperty()
                .subscribe(
                        typed -> {
                            field.getStyleClass().remove("wrong");
                            boolean number = typed.strip().matches("[0-9]{1,5}");
                            boolean taken =
                                    number
                                            && (Long.parseLong(typed.strip()) == model.port()
                                                    || desk.choices()
                                                            .choose(
                                                                    Settings.PORT,
                                                                    Long.parseLong(typed.strip())));
                            if (!taken) {
                                field.getStyleClass().add("wrong");
                            }
                        });
        return field;
    }

    private Node log() {
        CheckBox box = new CheckBox(language.say("serve.options.log"));
        box.setSelected(desk.choices().settings().get().flag(Settings.LOG_PREDICTIONS));
        box.selectedProperty()
                .addListener((_, _, on) -> desk.choices().choose(Settings.LOG_PREDICTIONS, on));
        return box;
    }

    private Card now() {
        Label file = Words.small("");
        Label version = Words.small("");
        Label written = Words.small("");
        Facts facts =
                new Facts()
                        .fact(language.say("serve.options.file"), file)
                        .fact(language.say("serve.options.version"), version)
                        .fact(language.say("serve.options.written"), written)
                        .fact(
                                language.say("serve.options.folder"),
                                Figures.folder(desk.history().workspace().logs()));
        Showing.follow(
                facts,
                () ->
                        model.server()
                                .get()
                                .found()
                                .ifPresent(
                                        running -> {
                                            file.setText(Figures.folder(running.file()));
                                            version.setText(
                                                    running.served().name()
                                                            + "  "
                                                            + running.served().version());
                                            var counts = running.endpoint().logged();
                                            written.setText(
                                                    language.say(
                                                            "serve.options.counts",
                                                            language.figures()
                                                                    .count(counts.written()),
                                                            language.figures()
                                                                    .count(counts.dropped())));
                                        }),
                model.server(),
                model.pulse());
        Card card = new Card(language.say("serve.options.now")).body(facts);
        card.setPrefWidth(HALF);
        return card;
    }

    private Node line() {
        String line = model.commandLine().orElse("");
        Label code = Words.wrapped(Words.code(line));
        return new Card(language.say("serve.options.line"))
                .actions(
                        Buttons.small(
                                Feather.COPY,
                                language.say("copy"),
                                () -> {
                                    MessageBar.copy(line);
                                    desk.notices().status(Tone.SUCCESS, Phrase.of("status.copied"));
                                }))
                .body(code, Words.wrapped(Words.secondary(language.say("serve.options.network"))));
    }
}
