package gemwright.ui.shell;

import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.Locale;

/// The menu bar, made from the registry of actions.
final class Menus {
    private Menus() {}

    static MenuBar bar(Desk desk) {
        MenuBar bar = new MenuBar();
        for (Action.Menu place : Action.Menu.values()) {
            List<Action> actions =
                    desk.actions().all().stream().filter(one -> one.menu() == place).toList();
            if (place != Action.Menu.NONE && !actions.isEmpty()) {
                bar.getMenus().add(menu(desk, bar, place, actions));
            }
        }
        return bar;
    }

    private static Menu menu(Desk desk, MenuBar bar, Action.Menu place, List<Action> actions) {
        Menu menu = new Menu(desk.language().say("menu." + place.name().toLowerCase(Locale.ROOT)));
        String group = "";
        for (Action action : actions) {
            String its = action.id().substring(0, action.id().indexOf('.'));
            if (!group.isEmpty() && !its.equals(group)) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group = its;
            menu.getItems().add(item(desk, bar, action));
        }
        return menu;
    }

    private static MenuItem item(Desk desk, MenuBar bar, Action action) {
        MenuItem item = new MenuItem(desk.language().say(action.text()), Icons.of(action.icon()));
        item.setMnemonicParsing(false);
        item.setId(action.id());
        item.setOnAction(_ -> action.run());
        Showing.follow(
                bar, () -> item.setDisable(action.obstacle().get().isPresent()), action.obstacle());
        action.shortcut().map(KeyCombination::keyCombination).ifPresent(item::setAccelerator);
        return item;
    }
}
