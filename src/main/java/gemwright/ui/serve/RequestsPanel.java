package gemwright.ui.serve;

import gemwright.serve.Recent;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.CodeText;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The requests that were answered lately, and the bodies of the selected one.
final class RequestsPanel {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final int GOOD = 2;

    private final ServeViewModel model;
    private final Language language;
    private Optional<Recent> chosen = Optional.empty();

    RequestsPanel(Desk desk, ServeViewModel model) {
        this.model = model;
        this.language = desk.language();
    }

    Node panel() {
        FilteredList<Recent> rows = new FilteredList<>(model.recent());
        TextField filter = new TextField();
        filter.getStyleClass().add("small");
        filter.setPromptText(language.say("serve.requests.filter"));
        filter.setAccessibleText(language.say("serve.requests.filter"));
        filter.textProperty()
                .subscribe(
                        typed ->
                                rows.setPredicate(
                                        one -> text(one).contains(typed.toLowerCase(Locale.ROOT))));
        DataTable<Recent> table =
                new DataTable<>(language.say("serve.tab.requests"), rows)
                        .text(
                                language.say("serve.requests.time"),
                                110,
                                one -> CLOCK.format(one.at()))
                        .node(
                                language.say("serve.requests.status"),
                                80,
                                one -> Integer.toString(one.status()),
                                this::status)
                        .code(language.say("serve.requests.path"), 170, Recent::path)
                        .number(
                                language.say("serve.requests.millis"),
                                80,
                                Recent::millis,
                                one -> language.figures().significant(one.millis()))
                        .code(language.say("serve.requests.id"), 150, Recent::id);
        table.dense();
        rows.addListener(
                (ListChangeListener<Recent>)
                        _ ->
                                chosen.filter(rows::contains)
                                        .ifPresent(table.getSelectionModel()::select));
        table.setPlaceholder(Words.secondary(language.say("serve.requests.none")));
        Card list =
                new Card(language.say("serve.tab.requests"))
                        .remark(language.say("serve.requests.remark"))
                        .actions(filter)
                        .fill(table)
                        .grow();
        HBox both = new HBox(list, bodies(table));
        both.getStyleClass().add("content");
        return both;
    }

    private static String text(Recent one) {
        return (one.path() + " " + one.status() + " " + one.id() + " " + one.asked())
                .toLowerCase(Locale.ROOT);
    }

    private Node status(Recent one) {
        boolean good = one.status() / 100 == GOOD;
        return Pill.verdict(
                good ? Tone.SUCCESS : Tone.DANGER,
                good ? Feather.CHECK : Feather.X,
                Integer.toString(one.status()));
    }

    private Node bodies(DataTable<Recent> table) {
        CodeText asked = new CodeText();
        CodeText answered = new CodeText();
        javafx.scene.control.Button again =
                Buttons.small(
                        Feather.SEND,
                        language.say("serve.requests.again"),
                        () ->
                                selected(table)
                                        .ifPresent(
                                                one -> {
                                                    model.tab().set("try");
                                                    model.trial().again(one.asked());
                                                }));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        _ -> {
                            Optional<Recent> one = selected(table);
                            if (one.isPresent()) {
                                chosen = one;
                            }
                            asked.show(one.map(Recent::asked).map(CodeText::spaced).orElse(""));
                            answered.show(
                                    one.map(Recent::answered).map(CodeText::spaced).orElse(""));
                            again.setDisable(one.map(Recent::asked).orElse("").isEmpty());
                        });
        VBox side =
                new VBox(
                        16,
                        card("serve.requests.asked", asked).actions(again),
                        card("serve.response", answered));
        side.setMinWidth(280);
        side.setPrefWidth(360);
        return side;
    }

    private static Optional<Recent> selected(DataTable<Recent> table) {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private Card card(String title, CodeText code) {
        ScrollPane scroll = new ScrollPane(code);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("content-scroll", "snippet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new Card(language.say(title)).fill(scroll).grow();
    }
}
