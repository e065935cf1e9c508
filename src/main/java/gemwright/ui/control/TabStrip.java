package gemwright.ui.control;

import gemwright.ui.desk.Tone;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tabs of a screen, 40 high, with a count beside the name and a line under the selected one.
public final class TabStrip extends HBox {
    private final StringProperty selected;
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();

    /// Keeps the property at the id of the selected tab, both ways.
    public TabStrip(StringProperty selected) {
        this.selected = selected;
        getStyleClass().add("tab-strip");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TAB_PANE);
        selected.addListener((_, _, now) -> mark(now));
        addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    }

    /// Adds a tab.
    public TabStrip tab(String id, String words) {
        return tab(id, words, Optional.empty(), Tone.NEUTRAL, true);
    }

    /// Adds a tab with a count beside its name.
    public TabStrip tab(String id, String words, String count) {
        return tab(id, words, Optional.of(count), Tone.NEUTRAL, true);
    }

    /// Adds a tab whose count has a tone; one that is not enabled cannot be selected.
    public TabStrip tab(
            String id, String words, Optional<String> count, Tone tone, boolean enabled) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add("tab-button");
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setToggleGroup(group);
        button.setUserData(id);
        button.setId("tab-" + id);
        button.setDisable(!enabled);
        button.setMinWidth(USE_PREF_SIZE);
        count.ifPresent(
                number -> {
                    button.setGraphic(
                            tone == Tone.NEUTRAL ? Pill.count(number) : Pill.count(number, tone));
                    button.setContentDisplay(ContentDisplay.RIGHT);
                });
        button.setSelected(id.equals(selected.get()));
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    selected.set(id);
                });
        buttons.add(button);
        getChildren().add(button);
        return this;
    }

    /// Adds a tab whose count changes; none is shown while it is empty.
    public TabStrip tab(String id, String words, ObservableValue<String> count) {
        tab(id, words);
        ToggleButton button = buttons.getLast();
        Pill pill = Pill.count("");
        pill.textProperty().bind(count);
        button.graphicProperty().bind(count.map(number -> number.isEmpty() ? null : pill));
        button.setContentDisplay(ContentDisplay.RIGHT);
        return this;
    }

    private void mark(String id) {
        buttons.forEach(button -> button.setSelected(button.getUserData().equals(id)));
    }

    private void step(KeyEvent key) {
        int by =
                switch (key.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        if (by == 0) {
            return;
        }
        List<ToggleButton> enabled = buttons.stream().filter(one -> !one.isDisabled()).toList();
        int now = enabled.indexOf((ToggleButton) group.getSelectedToggle());
        ToggleButton next = enabled.get(Math.floorMod(now + by, enabled.size()));
        next.requestFocus();
        next.fire();
        key.consume();
    }
}
