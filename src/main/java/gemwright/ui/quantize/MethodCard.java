package gemwright.ui.quantize;

import gemwright.ui.control.Card;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The left card: method, rows, truth, and how much may be lost.
final class MethodCard {
    private static final double MOST_POINTS = 5;

    private final QuantizeViewModel model;
    private final Language language;

    MethodCard(Desk desk, QuantizeViewModel model) {
        this.model = model;
        this.language = desk.language();
    }

    Node card() {
        VBox body = new VBox(methods(), rows(), truth(), budget());
        body.getStyleClass().add("quantize-choices");
        Card card = new Card(language.say("quantize.method")).body(body);
        card.getStyleClass().add("quantize-method");
        return card;
    }

    private Node methods() {
        ToggleGroup group = new ToggleGroup();
        VBox all = new VBox();
        all.getStyleClass().add("quantize-methods");
        for (String method : QuantizeViewModel.METHODS) {
            RadioButton button = new RadioButton(language.say("quantize.method." + method));
            button.setToggleGroup(group);
            button.setId("method-" + method);
            button.setSelected(method.equals(model.method().get()));
            button.setOnAction(_ -> model.method().set(method));
            Label what = Words.wrapped(Words.secondary(language.say("quantize.what." + method)));
            what.getStyleClass().add("quantize-what");
            all.getChildren().add(new VBox(button, what));
        }
        return all;
    }

    private Node rows() {
        ComboBox<Optional<Path>> box =
                box(
                        "quantize-data",
                        model.data(),
                        file ->
                                file.map(one -> String.valueOf(one.getFileName()))
                                        .orElse(language.say("quantize.noRows")));
        Showing.follow(
                box,
                () -> {
                    List<Optional<Path>> files = new ArrayList<>(List.of(Optional.empty()));
                    model.files().forEach(file -> files.add(Optional.of(file)));
                    box.getItems().setAll(files);
                    box.setValue(model.data().get());
                },
                model.data());
        return field("quantize.rows", box);
    }

    private Node truth() {
        ComboBox<Optional<String>> box =
                box(
                        "quantize-label",
                        model.label(),
                        name -> name.orElse(language.say("quantize.noLabel")));
        Showing.follow(
                box,
                () -> {
                    List<Optional<String>> names = new ArrayList<>(List.of(Optional.empty()));
                    model.labels().get().forEach(name -> names.add(Optional.of(name)));
                    box.getItems().setAll(names);
                    box.setValue(model.label().get());
                },
                model.labels(),
                model.label());
        return field("quantize.label", box);
    }

    private Node budget() {
        Label value = Words.strong("");
        value.getStyleClass().add("small-text");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label name = Words.wrapped(Words.secondary(language.say("quantize.budget")));
        HBox head = new HBox(name, space, value);
        head.setAlignment(Pos.CENTER_LEFT);
        value.setMinWidth(Region.USE_PREF_SIZE);
        Slider slider = new Slider(0, MOST_POINTS, model.points().get());
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText(language.say("quantize.budget"));
        slider.valueProperty()
                .subscribe(now -> model.points().set(Math.round(now.doubleValue() * 10) / 10.0));
        Showing.follow(
                value,
                () ->
                        value.setText(
                                language.say(
                                        "quantize.points",
                                        language.figures().fixed(model.points().get(), 1))),
                model.points());
        return new VBox(head, slider);
    }

    private Node field(String name, ComboBox<?> box) {
        box.setAccessibleText(language.say(name));
        VBox field = new VBox(Words.secondary(language.say(name)), box);
        field.getStyleClass().add("quantize-field");
        return field;
    }

    private static <T> ComboBox<T> box(
            String id, ObjectProperty<T> chosen, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("the box is not edited");
                    }
                });
        box.setOnAction(
                _ -> {
                    if (box.getValue() != null) {
                        chosen.set(box.getValue());
                    }
                });
        return box;
    }
}
