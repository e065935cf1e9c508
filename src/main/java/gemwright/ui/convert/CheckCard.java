package gemwright.ui.convert;

import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;
import gemwright.workbench.AnswerCheck;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the new model gives the answers that the old one gave, which stand in a data file.
final class CheckCard {
    private final ConvertViewModel model;
    private final Language language;

    CheckCard(Desk desk, ConvertViewModel model) {
        this.model = model;
        this.language = desk.language();
    }

    Node card() {
        Card card = new Card(language.say("convert.check")).actions(data());
        Optional<AnswerCheck> check = model.result().get().found().flatMap(Converted::check);
        check.ifPresentOrElse(
                it -> {
                    card.body(figures(it));
                    card.fill(outputs(it));
                },
                () ->
                        card.body(
                                Words.wrapped(
                                        Words.secondary(
                                                language.say(
                                                        model.check().get().isPresent()
                                                                ? "convert.check.soon"
                                                                : "convert.check.none")))));
        card.setPrefWidth(416);
        card.setMinWidth(300);
        HBox.setHgrow(card, Priority.SOMETIMES);
        return card;
    }

    private ComboBox<Optional<Path>> data() {
        List<Optional<Path>> files = new ArrayList<>();
        files.add(Optional.empty());
        model.data().forEach(file -> files.add(Optional.of(file)));
        ComboBox<Optional<Path>> box = new ComboBox<>(FXCollections.observableArrayList(files));
        box.getStyleClass().add("small");
        box.setAccessibleText(language.say("convert.check.data"));
        box.setPrefWidth(160);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<Path> file) {
                        return file == null
                                ? ""
                                : file.map(it -> String.valueOf(it.getFileName()))
                                        .orElse(language.say("convert.check.no"));
                    }

                    @Override
                    public Optional<Path> fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        box.setValue(model.check().get());
        box.setOnAction(_ -> model.check().set(box.getValue()));
        return box;
    }

    private Node figures(AnswerCheck check) {
        HBox figures = new HBox();
        figures.getStyleClass().add("check-figures");
        for (AnswerCheck.Difference output : check.outputs()) {
            if (output.output().equals("label")) {
                long same = Math.round(output.agreement() * check.rows());
                figures.getChildren()
                        .add(
                                figure(
                                        language.say("convert.check.labels"),
                                        language.figures().count(same)
                                                + " / "
                                                + language.figures().count(check.rows()),
                                        output.same()));
            } else {
                figures.getChildren()
                        .add(
                                figure(
                                        language.say("convert.check.max", output.output()),
                                        language.figures().significant(output.maxAbs()),
                                        output.same()));
            }
        }
        return figures;
    }

    private static Node figure(String name, String value, boolean good) {
        VBox figure =
                new VBox(
                        Words.secondary(name),
                        Words.label(value, "check-figure", good ? "good" : "danger"));
        figure.setMinWidth(0);
        return figure;
    }

    private Node outputs(AnswerCheck check) {
        return new DataTable<AnswerCheck.Difference>(
                        language.say("convert.check"),
                        FXCollections.observableArrayList(check.outputs()))
                .code(language.say("convert.column.output"), 150, AnswerCheck.Difference::output)
                .number(
                        language.say("convert.column.agreement"),
                        90,
                        AnswerCheck.Difference::agreement,
                        it -> language.figures().percent(it.agreement()))
                .number(
                        language.say("convert.column.max"),
                        90,
                        AnswerCheck.Difference::maxAbs,
                        it -> language.figures().significant(it.maxAbs()));
    }
}
