package gemwright.ui;

import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Health;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import java.util.Optional;

/// Closing the window while a server runs: asks once whether to stop it, and closes when it has
/// answered what had arrived.
final class Leaving {
    private final Desk desk;
    private final Stage stage;

    Leaving(Desk desk, Stage stage) {
        this.desk = desk;
        this.stage = stage;
    }

    /// Lets the window close, or keeps it open for now.
    void ask(WindowEvent closing) {
        Optional<Health.Serving> server = desk.health().serving().get();
        if (server.isPresent()) {
            closing.consume();
            if (stop(server.get())) {
                desk.actions().get("serve.stop").run();
                closeWhenIdle();
            }
        } else {
            stage.close();
        }
    }

    private boolean stop(Health.Serving server) {
        ButtonType stop =
                new ButtonType(desk.language().say("leave.stop"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay =
                new ButtonType(
                        desk.language().say("leave.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert question =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        desk.language().say("leave.text", Integer.toString(server.port())),
                        stop,
                        stay);
        question.initOwner(stage);
        question.setTitle("Gemwright");
        question.setHeaderText(desk.language().say("leave.title"));
        question.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        return question.showAndWait().filter(answer -> answer == stop).isPresent();
    }

    private void closeWhenIdle() {
        if (desk.background().running().isEmpty()) {
            stage.close();
        } else {
            desk.background()
                    .running()
                    .addListener(
                            (javafx.collections.ListChangeListener<gemwright.ui.task.Job>)
                                    _ -> {
                                        if (desk.background().running().isEmpty()) {
                                            stage.close();
                                        }
                                    });
        }
    }
}
