package gemwright.ui.shell;

import gemwright.ui.control.Icons;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The screens at the left, 184 wide; in a narrow window their icons, 48 wide.
final class Navigation extends VBox {
    private static final int DOT = 4;

    private final Desk desk;
    private final boolean narrow;

    Navigation(Desk desk, List<Screen> screens, boolean narrow, Node workspace) {
        this.desk = desk;
        this.narrow = narrow;
        getStyleClass().add("navigation");
        pseudoClassStateChanged(Shell.NARROW, narrow);
        VBox places = new VBox();
        places.getStyleClass().add("places");
        for (int i = 0; i < screens.size(); i++) {
            if (i == screens.size() - 1) {
                Region line = new Region();
                line.getStyleClass().add("places-line");
                places.getChildren().add(line);
            }
            places.getChildren().add(place(screens.get(i), i + 1));
        }
        VBox.setVgrow(places, Priority.ALWAYS);
        getChildren().addAll(places, workspace);
    }

    private Node place(Screen screen, int number) {
        String name = desk.language().say(screen.name());
        ToggleButton button = new ToggleButton(name, Icons.of(screen.icon()));
        button.getStyleClass().add("place");
        button.setId("place-" + screen.id());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        if (narrow) {
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setAlignment(Pos.CENTER);
        }
        button.setTooltip(new Tooltip(name + "  " + KeyText.of("Shortcut+" + number)));
        button.setAccessibleText(name);
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    desk.go(screen.id());
                });
        Region bar = new Region();
        bar.getStyleClass().add("place-bar");
        StackPane row = new StackPane(button, bar);
        row.getStyleClass().add("place-row");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        badge(screen.id(), row);
        follow(screen, button, bar);
        return row;
    }

    private void follow(Screen screen, ToggleButton button, Region bar) {
        Runnable mark =
                () -> {
                    boolean here = desk.screen().get().equals(screen.id());
                    button.setSelected(here);
                    bar.setVisible(here);
                };
        Showing.follow(button, mark, desk.screen());
    }

    private void badge(String id, StackPane row) {
        if (id.equals("serve")) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().add("serving-dot");
            Showing.follow(
                    dot,
                    () -> dot.setVisible(desk.health().serving().get().isPresent()),
                    desk.health().serving());
            add(row, dot, narrow ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT);
        }
        if (id.equals("drift")) {
            Label count = Pill.count("", Tone.WARNING);
            Showing.follow(
                    count,
                    () -> {
                        int drifted = desk.health().drifted().get();
                        count.setText(Integer.toString(drifted));
                        count.setVisible(drifted > 0);
                    },
                    desk.health().drifted());
            count.getStyleClass().add("place-count");
            add(row, count, narrow ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT);
        }
    }

    private static void add(StackPane row, Node badge, Pos place) {
        badge.setMouseTransparent(true);
        badge.getStyleClass().add("badge");
        row.getChildren().add(badge);
        StackPane.setAlignment(badge, place);
    }

    /// Name and choice of the workspace, at the foot of the navigation.
    static Node workspace(Desk desk, String name, boolean narrow, Runnable choose) {
        String words = desk.language().say("workspace");
        if (narrow) {
            ToggleButton button = new ToggleButton("", Icons.of(Feather.FOLDER));
            button.getStyleClass().add("place");
            button.setTooltip(new Tooltip(words + ": " + name));
            button.setAccessibleText(words + ": " + name);
            button.setOnAction(
                    _ -> {
                        button.setSelected(false);
                        choose.run();
                    });
            StackPane box = new StackPane(button);
            box.getStyleClass().add("workspace-narrow");
            return box;
        }
        Label title = Words.secondary(words);
        Label shown = Words.label(name, "workspace-name");
        shown.setGraphic(Icons.of(Feather.FOLDER));
        Region space = new Region();
        javafx.scene.layout.HBox.setHgrow(space, Priority.ALWAYS);
        javafx.scene.layout.HBox row =
                new javafx.scene.layout.HBox(shown, space, Icons.of(Feather.CHEVRON_DOWN));
        row.setAlignment(Pos.CENTER_LEFT);
        javafx.scene.control.Button button = new javafx.scene.control.Button();
        VBox box = new VBox(title, row);
        button.setGraphic(box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("workspace");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words + ": " + name);
        button.setOnAction(_ -> choose.run());
        box.prefWidthProperty().bind(button.widthProperty().subtract(32));
        return button;
    }
}
