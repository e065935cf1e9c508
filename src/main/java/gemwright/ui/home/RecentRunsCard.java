package gemwright.ui.home;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;
import gemwright.workbench.RunRecord;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;

/// The runs of the workspace, the newest first.
final class RecentRunsCard {
    private static final int SHOWN = 6;

    private final Desk desk;
    private final Language language;
    private final VBox rows = new VBox();

    RecentRunsCard(Desk desk) {
        this.desk = desk;
        this.language = desk.language();
    }

    Card card() {
        Showing.follow(rows, this::show, desk.history().runs());
        rows.getStyleClass().add("rows");
        return new Card(language.say("home.runs"))
                .actions(
                        Buttons.link(
                                Feather.COLUMNS,
                                language.say("home.compare"),
                                () -> desk.go("quantize")))
                .fill(rows)
                .grow();
    }

    private void show() {
        rows.getChildren().clear();
        desk.history().runs().stream()
                .limit(SHOWN)
                .forEach(run -> rows.getChildren().add(row(run)));
        if (rows.getChildren().isEmpty()) {
            rows.getChildren()
                    .add(Words.styled(Words.secondary(language.say("home.runs.none")), "row-none"));
        }
    }

    private Node row(RunRecord run) {
        return new ListRow(
                Icons.of(RunLine.tone(run.state())),
                language.say(RunLine.title(run)),
                language.say(RunLine.detail(run)),
                Days.time(run.started(), Instant.now(), language),
                () -> desk.go(screen(run.kind())));
    }

    private static String screen(String kind) {
        return switch (kind) {
            case "convert" -> "convert";
            case "quantize", "compare" -> "quantize";
            case "loadtest", "serve" -> "serve";
            case "drift" -> "drift";
            case "report" -> "report";
            default -> "inspect";
        };
    }
}
