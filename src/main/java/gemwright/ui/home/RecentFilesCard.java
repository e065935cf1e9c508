package gemwright.ui.home;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;
import gemwright.workbench.RecentFiles;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The files opened last.
final class RecentFilesCard {
    private static final int SHOWN = 5;

    private final Desk desk;
    private final Language language;
    private final VBox rows = new VBox();

    RecentFilesCard(Desk desk) {
        this.desk = desk;
        this.language = desk.language();
    }

    Card card() {
        Showing.follow(rows, this::show, desk.history().files());
        rows.getStyleClass().add("rows");
        return new Card(language.say("home.files"))
                .actions(
                        Buttons.icon(
                                Feather.SEARCH,
                                language.say("search"),
                                () -> desk.actions().get("help.palette").run()))
                .fill(rows);
    }

    private void show() {
        List<RecentFiles.Entry> files = desk.history().files().stream().limit(SHOWN).toList();
        rows.getChildren().clear();
        for (RecentFiles.Entry file : files) {
            rows.getChildren().add(row(file));
        }
        if (files.isEmpty()) {
            rows.getChildren()
                    .add(
                            Words.styled(
                                    Words.secondary(language.say("home.files.none")), "row-none"));
        }
    }

    private Node row(RecentFiles.Entry file) {
        Feather icon =
                switch (file.kind()) {
                    case "data" -> Feather.DATABASE;
                    case "log" -> Feather.LIST;
                    default -> Feather.BOX;
                };
        Path folder = file.path().getParent();
        String place = folder == null ? "" : Figures.folder(folder);
        return new ListRow(
                Icons.of(icon),
                String.valueOf(file.path().getFileName()),
                file.detail().isEmpty() ? place : place + "  •  " + file.detail(),
                Days.day(file.opened(), Instant.now(), language),
                () -> desk.intake().take(List.of(file.path()), false));
    }
}
