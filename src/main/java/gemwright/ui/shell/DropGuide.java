package gemwright.ui.shell;

import gemwright.ui.control.Icons;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Intake;
import gemwright.ui.desk.Tone;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files over the window: the frame lights up and a sentence says what will happen.
final class DropGuide extends StackPane {
    private static final double WIDTH = 446;
    private static final int ICON = 32;

    private final Desk desk;
    private List<Path> shown = List.of();

    DropGuide(Desk desk) {
        this.desk = desk;
        setId("drop-guide");
        getStyleClass().add("drop-veil");
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Follows what is dragged over the scene.
    void watch(Scene scene) {
        scene.setOnDragOver(this::over);
        scene.setOnDragExited(_ -> hide());
        scene.setOnDragDropped(this::drop);
    }

    private void over(DragEvent drag) {
        List<Path> files = files(drag);
        if (files.isEmpty()) {
            return;
        }
        if (!files.equals(shown) || !isVisible()) {
            shown = files;
            show(desk.intake().promise(files));
        }
        drag.acceptTransferModes(TransferMode.COPY_OR_MOVE);
        drag.consume();
    }

    private void drop(DragEvent drag) {
        List<Path> files = files(drag);
        boolean control = drag.getTransferMode() == TransferMode.COPY && controlHeld;
        hide();
        if (!files.isEmpty()) {
            desk.intake().take(files, control);
        }
        drag.setDropCompleted(!files.isEmpty());
        drag.consume();
    }

    private boolean controlHeld;

    /// Whether Ctrl is held; the shell's key events tell.
    void control(boolean held) {
        controlHeld = held;
    }

    private static List<Path> files(DragEvent drag) {
        return Optional.ofNullable(drag.getDragboard().getFiles()).orElse(List.of()).stream()
                .map(File::toPath)
                .toList();
    }

    private void hide() {
        setVisible(false);
        shown = List.of();
    }

    private void show(Intake.Promise promise) {
        Node icon =
                promise.welcome()
                        ? Icons.of(Feather.DOWNLOAD, Tone.WORKING, ICON)
                        : Icons.of(Feather.ALERT_TRIANGLE, Tone.WARNING, ICON);
        VBox card =
                new VBox(
                        icon,
                        Words.heading(desk.language().say(promise.title())),
                        Words.wrapped(Words.muted(desk.language().say(promise.text()))));
        promise.control()
                .map(desk.language()::say)
                .ifPresent(
                        words -> {
                            HBox hint = new HBox(KeyText.frame("Ctrl"), Words.secondary(words));
                            hint.setAlignment(Pos.CENTER);
                            hint.getStyleClass().add("drop-hint");
                            card.getChildren().add(hint);
                        });
        card.getStyleClass().add("drop-card");
        card.setAlignment(Pos.CENTER);
        card.setMinWidth(WIDTH);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Region frame = new Region();
        frame.getStyleClass().add(promise.welcome() ? "drop-frame" : "drop-frame-refused");
        getChildren().setAll(frame, card);
        setVisible(true);
    }
}
