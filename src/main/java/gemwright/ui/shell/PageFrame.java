package gemwright.ui.shell;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Showing;
import gemwright.ui.desk.Desk;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays out one page: head of 56, tabs of 40, content, and the detail panel of 320 beside it or, in
/// a narrow window, over it.
final class PageFrame extends StackPane {
    private static final double DETAIL = 320;

    private final Desk desk;
    private final Page page;
    private final boolean narrow;
    private final StackPane tabs = new StackPane();
    private final HBox middle = new HBox();
    private final StackPane drawer = new StackPane();
    private final Node content;
    private boolean detailWanted = true;
    private Optional<Node> shownDetail = Optional.empty();

    PageFrame(Desk desk, Page page, boolean narrow) {
        this.desk = desk;
        this.page = page;
        this.narrow = narrow;
        getStyleClass().add("page");
        pseudoClassStateChanged(Shell.NARROW, narrow);
        drawer.getStyleClass().add("drawer");
        drawer.setMaxWidth(DETAIL);
        StackPane.setAlignment(drawer, Pos.TOP_RIGHT);
        this.content = desk.appearance().scale() > 1 ? scrolling(page.content()) : page.content();
        HBox.setHgrow(content, Priority.ALWAYS);
        VBox below = new VBox(tabs, middle);
        VBox.setVgrow(middle, Priority.ALWAYS);
        StackPane stage = new StackPane(below, drawer);
        stage.setAlignment(Pos.TOP_LEFT);
        VBox all = new VBox(head(), stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().add(all);
        middle.getChildren().add(content);
        Showing.follow(this, this::showTabs, page.tabs());
        Showing.follow(this, this::showDetail, page.detail());
    }

    /// Presses the primary button, where it may be pressed.
    void firePrimary() {
        page.primary().filter(button -> !button.isDisabled()).ifPresent(Button::fire);
    }

    /// Shows or hides the detail panel.
    void toggleDetail() {
        detailWanted = !detailWanted;
        showDetail();
    }

    // Screens are measured to fit the smallest window with normal text.
    private static Node scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("content-scroll");
        return scroll;
    }

    /// Closes the detail where it lies over the page.
    void closeDrawer() {
        if (narrow && drawer.isVisible()) {
            toggleDetail();
        }
    }

    /// The detail panel, where it shows.
    Optional<Node> detail() {
        return shownDetail;
    }

    private Node head() {
        HBox head = new HBox();
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(page.title(), space);
        if (narrow) {
            head.getChildren().addAll(folded());
        } else {
            head.getChildren().addAll(page.secondary());
        }
        page.primaryInHead().ifPresent(head.getChildren()::add);
        return head;
    }

    private List<Node> folded() {
        List<Node> shown = new ArrayList<>();
        MenuButton more =
                new MenuButton("", gemwright.ui.control.Icons.of(Feather.MORE_HORIZONTAL));
        more.getStyleClass().add("more-button");
        more.setAccessibleText(desk.language().say("more"));
        for (Node node : page.secondary()) {
            if (node instanceof Button button) {
                MenuItem item = new MenuItem(button.getText());
                item.disableProperty().bind(button.disableProperty());
                item.visibleProperty().bind(button.visibleProperty());
                item.setOnAction(_ -> button.fire());
                more.getItems().add(item);
            } else {
                shown.add(node);
            }
        }
        if (!more.getItems().isEmpty()) {
            shown.add(more);
        }
        return shown;
    }

    private void showTabs() {
        Optional<Node> strip = page.tabs().get();
        tabs.getChildren().setAll(strip.stream().toList());
        tabs.setVisible(strip.isPresent());
        tabs.setManaged(strip.isPresent());
    }

    private void showDetail() {
        Optional<Region> panel = page.detail().get().filter(_ -> detailWanted).map(this::panel);
        drawer.getChildren().clear();
        middle.getChildren().removeIf(node -> !node.equals(content));
        drawer.setVisible(narrow && panel.isPresent());
        panel.ifPresent(node -> (narrow ? drawer : middle).getChildren().add(node));
        shownDetail = panel.map(node -> node);
    }

    private Region panel(Node detail) {
        Button close = Buttons.icon(Feather.X, desk.language().say("close"), this::toggleDetail);
        StackPane panel = new StackPane(detail, close);
        panel.getStyleClass().add("detail");
        panel.setMinWidth(DETAIL);
        panel.setPrefWidth(DETAIL);
        panel.setMaxWidth(DETAIL);
        StackPane.setAlignment(close, Pos.TOP_RIGHT);
        return panel;
    }
}
