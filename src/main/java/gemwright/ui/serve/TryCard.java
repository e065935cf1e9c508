package gemwright.ui.serve;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Segments;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The request: a form of the model's features, or JSON, and the button that sends it.
final class TryCard {
    private final TryViewModel model;
    private final Language language;
    private final Button send;

    TryCard(Desk desk, TryViewModel model) {
        this.model = model;
        this.language = desk.language();
        this.send =
                Words.styled(
                        Buttons.primary(Feather.SEND, language.say("serve.send"), model::send),
                        "send-button");
        send.setId("send");
    }

    /// The accent button of the screen.
    Button send() {
        return send;
    }

    Card card() {
        Segments<TryViewModel.Mode> modes =
                new Segments<>(
                        language.say("serve.try"),
                        List.of(TryViewModel.Mode.values()),
                        mode -> language.say("serve.mode." + mode.name()),
                        model.mode());
        StackPane body = new StackPane();
        Showing.follow(body, () -> fill(body, modes), model.form(), model.mode());
        return new Card(language.say("serve.try")).actions(modes, send).fill(body).grow();
    }

    private void fill(StackPane body, Node modes) {
        boolean fields = !model.form().get().fields().isEmpty();
        modes.setVisible(fields);
        modes.setManaged(fields);
        body.getChildren()
                .setAll(fields && model.mode().get() == TryViewModel.Mode.FORM ? form() : json());
    }

    private Node form() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("try-form");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        List<FormField> fields = model.form().get().fields();
        for (int i = 0; i < fields.size(); i++) {
            grid.add(field(fields.get(i)), i % 2, i / 2);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        return scroll;
    }

    private Node field(FormField field) {
        Control input = field.choices().isEmpty() ? typed(field) : chosen(field);
        input.setMaxWidth(Double.MAX_VALUE);
        input.setAccessibleText(field.name());
        input.setId("field-" + field.name());
        Label name = Words.secondary(field.name());
        name.setLabelFor(input);
        name.setTooltip(new Tooltip(field.name()));
        Label error = Words.wrapped(Words.label("", "field-error", "danger"));
        error.setId("error-" + field.name());
        Showing.follow(
                error,
                () -> {
                    error.setText(field.error().get().orElse(""));
                    error.setVisible(field.error().get().isPresent());
                    error.setManaged(field.error().get().isPresent());
                    input.getStyleClass().remove("wrong");
                    if (field.error().get().isPresent()) {
                        input.getStyleClass().add("wrong");
                    }
                },
                field.error());
        return new VBox(name, input, error);
    }

    private static Control typed(FormField field) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(field.text());
        return input;
    }

    private static Control chosen(FormField field) {
        ComboBox<String> input = new ComboBox<>();
        input.getItems().setAll(field.choices());
        input.valueProperty().bindBidirectional(field.text());
        return input;
    }

    private Node json() {
        TextArea area = new TextArea();
        area.getStyleClass().add("json-area");
        area.setWrapText(true);
        area.setId("json");
        area.setAccessibleText(language.say("serve.mode.JSON"));
        area.textProperty().bindBidirectional(model.json());
        StackPane.setMargin(area, new Insets(8));
        return area;
    }
}
