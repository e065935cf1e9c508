package gemwright.ui.shell;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Lineage;
import gemwright.ui.desk.Variant;

import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The path from the opened file to the variant in hand: `employment.joblib › employment.onnx ▾`.
/// It chooses the variant for every screen; without a model it is the screen's name.
public final class LineagePath extends HBox {
    private final Desk desk;
    private final String screen;
    private final boolean whole;

    /// Follows the model in hand.
    ///
    /// @param screen id of the screen that shows it
    public LineagePath(Desk desk, String screen) {
        this(desk, screen, true);
    }

    private LineagePath(Desk desk, String screen, boolean whole) {
        this.whole = whole;
        this.desk = desk;
        this.screen = screen;
        getStyleClass().add("lineage-path");
        setAlignment(Pos.CENTER_LEFT);
        Showing.follow(this, this::show, desk.lineage().active(), desk.lineage().variants());
    }

    /// Only the variant in hand, for a screen whose head holds much else.
    public static LineagePath last(Desk desk, String screen) {
        return new LineagePath(desk, screen, false);
    }

    private void show() {
        List<Variant> path = desk.lineage().path();
        getChildren().clear();
        if (path.isEmpty()) {
            getChildren().add(Words.title(desk.language().say("screen." + screen)));
            return;
        }
        for (Variant earlier : whole ? path.subList(0, path.size() - 1) : List.<Variant>of()) {
            getChildren()
                    .addAll(
                            Buttons.link(earlier.label(), () -> desk.lineage().choose(earlier)),
                            Icons.of(Feather.CHEVRON_RIGHT));
        }
        getChildren().add(menu(path.getLast()));
    }

    private MenuButton menu(Variant shown) {
        Lineage lineage = desk.lineage();
        MenuButton button = new MenuButton(shown.label());
        button.getStyleClass().add("variant-button");
        button.setMnemonicParsing(false);
        button.setAccessibleText(desk.language().say("variants", shown.label()));
        for (Variant variant : lineage.variants()) {
            MenuItem item = new MenuItem(variant.label());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> lineage.choose(variant));
            button.getItems().add(item);
        }
        MenuItem open = new MenuItem(desk.language().say("action.file.open"));
        open.setOnAction(_ -> desk.actions().get("file.open").run());
        button.getItems().addAll(new SeparatorMenuItem(), open);
        return button;
    }
}
