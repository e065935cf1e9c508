package gemwright.ui.shell;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Notices.Notice;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Good news at the lower right for four seconds, with a link to the result.
final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(4);
    private static final double WIDTH = 360;

    private final Desk desk;

    Toasts(Desk desk) {
        this.desk = desk;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
        Showing.follow(this, this::take, desk.notices().toasts());
    }

    private void take() {
        List<Notice> waiting = List.copyOf(desk.notices().toasts());
        if (!waiting.isEmpty()) {
            waiting.forEach(notice -> getChildren().add(toast(notice)));
            // Not from within the list's own change.
            desk.background().later(() -> desk.notices().toasts().removeAll(waiting));
        }
    }

    private Node toast(Notice notice) {
        HBox toast = new HBox();
        Label words = Words.wrapped(Words.text(desk.language().say(notice.text())));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        toast.getChildren().addAll(Icons.of(notice.tone()), words);
        Runnable remove = () -> getChildren().remove(toast);
        notice.link()
                .ifPresent(
                        link ->
                                toast.getChildren()
                                        .add(
                                                Buttons.link(
                                                        desk.language().say(link.text()),
                                                        () -> {
                                                            remove.run();
                                                            link.go().run();
                                                        })));
        toast.getChildren().add(Buttons.icon(Feather.X, desk.language().say("close"), remove));
        toast.getStyleClass().addAll("toast", notice.tone().style());
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setPrefWidth(WIDTH);
        PauseTransition wait = new PauseTransition(SHOWN);
        wait.setOnFinished(_ -> remove.run());
        wait.play();
        return toast;
    }
}
