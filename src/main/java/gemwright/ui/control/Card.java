package gemwright.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A bordered panel: a head of 40 pixels with title, remark and actions, and a body.
public final class Card extends VBox {
    private static final double RADIUS = 12;

    private final HBox head = new HBox();
    private final Label remark = Words.label("", "card-remark");
    private final Region space = new Region();

    /// A card without body yet.
    public Card(String title) {
        getStyleClass().add("card");
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label name = Words.label(title, "card-title");
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(name, remark, space);
        remark.managedProperty().bind(remark.textProperty().isNotEmpty());
        getChildren().add(head);
        roundCorners(this);
    }

    private static void roundCorners(Region panel) {
        Rectangle shape = new Rectangle();
        shape.setArcWidth(RADIUS);
        shape.setArcHeight(RADIUS);
        shape.widthProperty().bind(panel.widthProperty());
        shape.heightProperty().bind(panel.heightProperty());
        panel.setClip(shape);
    }

    /// Keeps what fills the foot of a panel inside its lower rounded corners.
    public static void roundFoot(Region foot) {
        double inner = RADIUS - 2;
        Rectangle shape = new Rectangle();
        shape.setArcWidth(inner);
        shape.setArcHeight(inner);
        shape.setY(-inner);
        shape.widthProperty().bind(foot.widthProperty());
        shape.heightProperty().bind(foot.heightProperty().add(inner));
        foot.setClip(shape);
    }

    /// With a muted remark beside the title.
    public Card remark(String text) {
        remark.setText(text);
        return this;
    }

    /// The muted remark beside the title, to be bound.
    public Label remark() {
        return remark;
    }

    /// With nodes at the right of the head.
    public Card actions(Node... nodes) {
        head.getChildren().addAll(nodes);
        return this;
    }

    /// With nodes right of the title, before the space.
    public Card beside(Node... nodes) {
        head.getChildren().addAll(head.getChildren().indexOf(space), java.util.List.of(nodes));
        return this;
    }

    /// With a body inside the card's padding; it takes the height that is left.
    public Card body(Node... nodes) {
        VBox body = new VBox(nodes);
        body.getStyleClass().add("card-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
        return this;
    }

    /// With a body up to the card's border, such as a table; it takes the height that is left.
    public Card fill(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            roundFoot(region);
        }
        getChildren().add(node);
        return this;
    }

    /// As high as there is room.
    public Card grow() {
        VBox.setVgrow(this, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        return this;
    }
}
