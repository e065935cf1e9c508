package gemwright.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.function.Function;

/// A choice of one among few, all of them to be seen.
public final class Segments<T> extends HBox {
    /// Shows the choices and keeps the property at the chosen one, both ways.
    public Segments(
            String name, List<T> choices, Function<T, String> words, ObjectProperty<T> chosen) {
        getStyleClass().add("segments");
        setAccessibleText(name);
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setUserData(choice);
            button.setSelected(choice.equals(chosen.get()));
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        chosen.set(choice);
                    });
            getChildren().add(button);
        }
        chosen.addListener(
                (_, _, now) ->
                        group.getToggles()
                                .forEach(one -> one.setSelected(one.getUserData().equals(now))));
    }
}
