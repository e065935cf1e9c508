package gemwright.ui.shell;

import com.dlsc.gemsfx.util.ControlsFXAtlantaFX;
import com.dlsc.gemsfx.util.GemsFXAtlantaFX;

import gemwright.ui.control.Icons;
import gemwright.ui.desk.Action;
import gemwright.ui.desk.Desk;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The window's content: the frame of the design around the screen shown.
///
/// It is built anew when the language changes or the window becomes narrow; the view models behind
/// the screens stay.
public final class Shell {
    /// Below this width, in pixels, the navigation shows icons only and details are drawers.
    public static final double NARROW_BELOW = 1000;

    static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Desk desk;
    private final List<Screen> screens;
    private final Map<String, Supplier<Page>> pages = new LinkedHashMap<>();
    private final Map<String, Page> built = new HashMap<>();
    private final String workspace;
    private final Runnable chooseWorkspace;
    private final StackPane root = new StackPane();
    private final StackPane middle = new StackPane();
    private final Scene scene;
    private final DropGuide drop;
    private Palette palette;
    private HelpPane help;
    private Optional<PageFrame> frame = Optional.empty();
    private boolean narrow;
    private double scale = 1;
    private List<Node> regions = List.of();
    private final Regions focus;

    /// Opens every screen's view model and shows the first screen.
    ///
    /// @param workspace name of the workspace
    public Shell(Desk desk, List<Screen> screens, String workspace, Runnable chooseWorkspace) {
        this.desk = desk;
        this.screens = List.copyOf(screens);
        this.workspace = workspace;
        this.chooseWorkspace = chooseWorkspace;
        screens.forEach(screen -> pages.put(screen.id(), screen.open().apply(desk)));
        this.drop = new DropGuide(desk);
        this.palette = new Palette(desk);
        this.help = new HelpPane(desk);
        this.scene = new Scene(root, 1280, 800);
        this.focus = new Regions(scene, this::regions);
        Looks.dress(scene, desk.appearance(), screens);
        ControlsFXAtlantaFX.applyTo(scene);
        GemsFXAtlantaFX.applyTo(scene);
        drop.watch(scene);
        scene.addEventFilter(KeyEvent.ANY, this::keys);
        desk.language().locale().subscribe(this::translate);
        desk.screen().subscribe(this::show);
        scene.widthProperty().subscribe(this::fold);
        desk.appearance().fontSize().subscribe(this::fold);
        desk.actions()
                .all()
                .addListener((javafx.collections.ListChangeListener<Action>) _ -> build());
        build();
    }

    /// The scene to put on a stage.
    public Scene scene() {
        return scene;
    }

    /// Opens the palette.
    public void openPalette() {
        palette.open();
    }

    /// Opens the help page of the screen shown.
    public void openHelp() {
        help.open();
    }

    /// Presses the primary button of the screen shown.
    public void firePrimary() {
        frame.ifPresent(PageFrame::firePrimary);
    }

    /// Shows or hides the detail panel of the screen shown.
    public void toggleDetail() {
        frame.ifPresent(PageFrame::toggleDetail);
    }

    /// Puts the focus into the next region of the window, or the one before.
    public void nextRegion(boolean forward) {
        focus.move(forward);
    }

    private void fold() {
        double scaleNow = desk.appearance().scale();
        boolean now = scene.getWidth() < NARROW_BELOW * scaleNow;
        if (now != narrow || scaleNow != scale) {
            narrow = now;
            scale = scaleNow;
            build();
        }
    }

    private void translate() {
        built.clear();
        build();
    }

    private void build() {
        palette = new Palette(desk);
        help = new HelpPane(desk);
        Node head = top();
        Node places =
                new Navigation(
                        desk,
                        screens,
                        narrow,
                        Navigation.workspace(desk, workspace, narrow, chooseWorkspace));
        Node foot = new StatusLine(desk);
        // In the order of the tab key.
        BorderPane all = new BorderPane();
        all.setTop(head);
        all.setLeft(places);
        all.setCenter(middle);
        all.setBottom(foot);
        regions = List.of(head, places, middle, foot);
        Toasts toasts = new Toasts(desk);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        root.getChildren().setAll(all, toasts, help, palette, drop);
        accelerate();
        show();
    }

    private Node top() {
        MenuBar menus = Menus.bar(desk);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(menus, space, searchField());
        row.getStyleClass().add("menu-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node searchField() {
        Label words = new Label(desk.language().say("search"));
        words.getStyleClass().add("search-words");
        words.setGraphic(Icons.of(Feather.SEARCH));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox inside = new HBox(words, space, KeyText.frame(KeyText.of("Shortcut+K")));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.getStyleClass().add("search-inside");
        Button field = new Button();
        field.setGraphic(inside);
        field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        field.setAccessibleText(desk.language().say("search"));
        field.getStyleClass().add("search-button");
        field.setId("search");
        field.pseudoClassStateChanged(NARROW, narrow);
        field.setOnAction(_ -> openPalette());
        return field;
    }

    // Menus install their own; what stands in no menu is installed here.
    private void accelerate() {
        scene.getAccelerators().clear();
        for (Action action : desk.actions().all()) {
            action.shortcut()
                    .map(KeyCombination::keyCombination)
                    .ifPresent(keys -> scene.getAccelerators().put(keys, action::run));
        }
    }

    private List<Node> regions() {
        List<Node> all = new ArrayList<>(regions);
        frame.flatMap(PageFrame::detail).ifPresent(panel -> all.add(all.size() - 1, panel));
        return all;
    }

    private void show() {
        boolean inside = focus.holds(middle);
        Supplier<Page> maker = pages.get(desk.screen().get());
        if (maker == null) {
            throw new IllegalStateException("no screen " + desk.screen().get());
        }
        Page page = built.computeIfAbsent(desk.screen().get(), _ -> maker.get());
        PageFrame shown = new PageFrame(desk, page, narrow);
        frame = Optional.of(shown);
        middle.getChildren().setAll(shown);
        if (inside) {
            Regions.focus(shown);
        }
    }

    private void keys(KeyEvent key) {
        drop.control(key.isShortcutDown());
        boolean escape =
                key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.ESCAPE;
        if (escape && !palette.isVisible() && !help.isVisible()) {
            if (!desk.background().running().isEmpty()) {
                desk.actions().find("run.cancel").ifPresent(Action::run);
            } else if (narrow) {
                frame.ifPresent(PageFrame::closeDrawer);
            }
        }
    }
}
