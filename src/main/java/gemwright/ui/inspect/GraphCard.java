package gemwright.ui.inspect;

import atlantafx.base.controls.CustomTextField;

import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.stream.Collectors;

/// The graph in its card: find, zoom, the drawing, its legend.
final class GraphCard {
    private static final double FIND_WIDTH = 248;

    private final InspectViewModel model;
    private final Inspected it;
    private final Language language;
    private final GraphCanvas canvas;

    GraphCard(Desk desk, InspectViewModel model, Inspected it) {
        this.model = model;
        this.it = it;
        this.language = desk.language();
        this.canvas = new GraphCanvas(it.placement(), model.selected(), asText());
        Showing.follow(
                canvas,
                () -> canvas.dark(desk.appearance().dark()),
                desk.appearance().theme(),
                desk.appearance().systemDark());
        Showing.follow(canvas, () -> canvas.found(model.found().get()), model.found());
    }

    private String asText() {
        return language.say(
                "inspect.graph.text",
                it.nodes().size(),
                it.nodes().stream()
                        .limit(50)
                        .map(NodeRow::shortOperator)
                        .collect(Collectors.joining(", ")));
    }

    Node card() {
        StackPane drawing = new StackPane(canvas, legend());
        Card.roundFoot(drawing);
        drawing.setMinHeight(160);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        VBox card = new VBox(tools(), drawing);
        card.getStyleClass().addAll("card", "graph-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node tools() {
        CustomTextField find = new CustomTextField();
        find.setPromptText(language.say("inspect.find"));
        find.setLeft(Icons.of(Feather.SEARCH));
        find.getStyleClass().add("find-field");
        find.setPrefWidth(FIND_WIDTH);
        find.setId("find");
        find.setAccessibleText(language.say("inspect.find"));
        find.textProperty().bindBidirectional(model.find());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label counts =
                Words.secondary(
                        language.say(
                                "inspect.counts",
                                it.nodes().size(),
                                it.placement().lines().size()));
        Label percent = Words.label("", "small-text", "zoom-percent");
        percent.textProperty()
                .bind(canvas.zoom().map(zoom -> Math.round(zoom.doubleValue() * 100) + " %"));
        Button out =
                Buttons.square(
                        Feather.MINUS, language.say("inspect.zoom.out"), () -> canvas.zoomBy(-1));
        Button in =
                Buttons.square(
                        Feather.PLUS, language.say("inspect.zoom.in"), () -> canvas.zoomBy(1));
        Button fit =
                Words.styled(
                        Buttons.small(
                                Feather.MAXIMIZE, language.say("inspect.zoom.fit"), canvas::fit),
                        "strong-button");
        HBox tools = new HBox(find, space, counts, out, percent, in, fit);
        tools.getStyleClass().addAll("card-head", "graph-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private Node legend() {
        HBox legend = new HBox();
        legend.getStyleClass().add("graph-legend");
        for (Placement.Kind kind : kinds()) {
            Region sign = new Region();
            sign.getStyleClass()
                    .addAll(
                            "legend-sign",
                            "legend-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            String key = "inspect.legend." + kind.name().toLowerCase(java.util.Locale.ROOT);
            Label words =
                    Words.secondary(
                            language.say(
                                    it.onnx() && kind == Placement.Kind.PREPARATION
                                            ? "inspect.legend.weights"
                                            : key));
            words.setGraphic(sign);
            legend.getChildren().add(words);
        }
        legend.setMouseTransparent(true);
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        return legend;
    }

    private List<Placement.Kind> kinds() {
        return it.placement().boxes().stream()
                .map(placed -> placed.kind())
                .filter(kind -> kind != Placement.Kind.PLAIN)
                .distinct()
                .sorted()
                .toList();
    }
}
