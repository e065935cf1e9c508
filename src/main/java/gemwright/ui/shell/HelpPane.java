package gemwright.ui.shell;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The help pages over the window: F1 opens the one of the screen shown.
final class HelpPane extends StackPane {
    private final Desk desk;
    private final List<HelpPage> pages;
    private final ObjectProperty<HelpPage> shown;
    private final ScrollPane scroll = new ScrollPane();

    HelpPane(Desk desk) {
        this.desk = desk;
        this.pages = HelpPage.all(desk.language().locale().get());
        this.shown = new SimpleObjectProperty<>(pages.getFirst());
        getStyleClass().addAll("veil", "help-veil");
        setId("help");
        setVisible(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(desk.language().say("help.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(head(), scroll);
        box.getStyleClass().addAll("palette", "help");
        getChildren().add(box);
        shown.subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(
                press -> {
                    if (press.getTarget() == this) {
                        close();
                    }
                });
    }

    void open() {
        String screen = desk.screen().get();
        pages.stream()
                .filter(page -> page.topic().equals(screen))
                .findFirst()
                .ifPresent(shown::set);
        setVisible(true);
        scroll.requestFocus();
    }

    private void close() {
        setVisible(false);
    }

    private Node head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head =
                new HBox(
                        Words.heading(desk.language().say("help.title")),
                        topics(),
                        space,
                        Buttons.icon(Feather.X, desk.language().say("close"), this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("help-head");
        return head;
    }

    private Node topics() {
        ComboBox<HelpPage> topics = new ComboBox<>(FXCollections.observableArrayList(pages));
        topics.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(HelpPage page) {
                        return page.title();
                    }

                    @Override
                    public HelpPage fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        topics.valueProperty().bindBidirectional(shown);
        topics.setAccessibleText(desk.language().say("help.topic"));
        topics.setId("help-topic");
        return topics;
    }

    private void show() {
        scroll.setContent(new HelpText(shown.get().text(), desk.language().chinese() ? "" : " "));
        scroll.setVvalue(0);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }
}
