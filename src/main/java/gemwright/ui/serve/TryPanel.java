package gemwright.ui.serve;

import gemwright.ui.control.Card;
import gemwright.ui.desk.Desk;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The tab to try the server: request, response and snippet, what it does meanwhile, and the last
/// load test. In a narrow window the live charts stand below.
final class TryPanel {
    private static final double NARROW_BELOW = 900;

    private final Desk desk;
    private final ServeViewModel model;
    private final TryCard trial;

    TryPanel(Desk desk, ServeViewModel model, TryCard trial) {
        this.desk = desk;
        this.model = model;
        this.trial = trial;
    }

    Node panel() {
        ScrollPane scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("content-scroll");
        scroll.widthProperty()
                .map(width -> width.doubleValue() < NARROW_BELOW)
                .subscribe(narrow -> scroll.setContent(narrow ? narrow() : wide()));
        return scroll;
    }

    private Region wide() {
        Region live = width(new LiveCard(desk, model).card(false), 312);
        HBox row = new HBox(16, width(trial.card(), 320), answers(), live);
        HBox.setHgrow(live, Priority.NEVER);
        VBox.setVgrow(row, Priority.ALWAYS);
        return content(row, new LoadCard(desk, model).card(true));
    }

    private Region narrow() {
        HBox row = new HBox(16, width(trial.card(), 320), answers());
        row.setPrefHeight(430);
        row.setMinHeight(430);
        Card live = new LiveCard(desk, model).card(true);
        live.setMinHeight(260);
        return content(row, live, new LoadCard(desk, model).card(true));
    }

    private static Region content(Node... parts) {
        VBox all = new VBox(parts);
        all.getStyleClass().add("content");
        return all;
    }

    private Node answers() {
        ResponseCard response = new ResponseCard(desk, model.trial());
        VBox both = new VBox(16, response.card(), response.snippets());
        HBox.setHgrow(both, Priority.ALWAYS);
        both.setPrefWidth(100);
        return both;
    }

    private static Region width(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
        return region;
    }
}
