package gemwright.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Files dragged from the desktop over a scene. Leans on internals of JavaFX, and keeps that in
/// this one place.
final class FileDrag {
    private final Dragboard board;
    private final Scene scene;

    FileDrag(Scene scene, List<Path> files) {
        this.scene = scene;
        Object listed = files.stream().map(Path::toFile).toList();
        TKClipboard peer =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                TKClipboard.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (_, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getContentTypes" -> Set.of(DataFormat.FILES);
                                            case "hasContent" ->
                                                    DataFormat.FILES.equals(arguments[0]);
                                            case "getContent" ->
                                                    DataFormat.FILES.equals(arguments[0])
                                                            ? listed
                                                            : null;
                                            case "getTransferModes" -> Set.of(TransferMode.ANY);
                                            default ->
                                                    method.getReturnType() == boolean.class
                                                            ? Boolean.FALSE
                                                            : null;
                                        });
        this.board = TestWindow.onWindowThread(() -> DragboardHelper.createDragboard(peer));
    }

    /// The files are over the middle of the scene.
    void hover() {
        fire(DragEvent.DRAG_OVER);
    }

    /// They are let go.
    void drop() {
        fire(DragEvent.DRAG_DROPPED);
    }

    private void fire(EventType<DragEvent> type) {
        double x = scene.getWidth() / 2;
        double y = scene.getHeight() / 2;
        TestWindow.onWindowThread(
                () ->
                        Event.fireEvent(
                                scene.getRoot(),
                                new DragEvent(
                                        type,
                                        board,
                                        x,
                                        y,
                                        x,
                                        y,
                                        TransferMode.COPY,
                                        scene,
                                        scene,
                                        null)));
    }
}
