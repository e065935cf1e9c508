package gemwright.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.List;

/// Text in the sizes of the design. All of them cut off with an ellipsis only where told to.
public final class Words {
    private Words() {}

    /// Normal text, 14.
    public static Label text(String text) {
        return label(text, "text");
    }

    /// Text of table cells and small buttons, 13.
    public static Label small(String text) {
        return label(text, "small-text");
    }

    /// Secondary text, 12, muted.
    public static Label secondary(String text) {
        return label(text, "secondary");
    }

    /// Muted normal text.
    public static Label muted(String text) {
        return label(text, "muted");
    }

    /// Normal text in semi-bold.
    public static Label strong(String text) {
        return label(text, "strong");
    }

    /// The title of a dialog or of an empty panel, 16.
    public static Label heading(String text) {
        return label(text, "heading");
    }

    /// The title of a screen, 20.
    public static Label title(String text) {
        return label(text, "title");
    }

    /// Code, paths, names of nodes.
    public static Label code(String text) {
        return label(text, "code");
    }

    /// Text in a style class of its own.
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Text that wraps at the width it is given.
    public static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    /// A sentence with parts in `**semi-bold**` and in `` `code` ``, wrapping as one.
    public static TextFlow flow(String sentence, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("flow", style);
        for (Piece piece : pieces(sentence)) {
            Text text = new Text(piece.text());
            text.getStyleClass().addAll("flow-text", piece.style());
            flow.getChildren().add(text);
        }
        return flow;
    }

    private record Piece(String text, String style) {}

    private static List<Piece> pieces(String sentence) {
        List<Piece> pieces = new java.util.ArrayList<>();
        StringBuilder text = new StringBuilder();
        String style = "plain";
        for (int i = 0; i < sentence.length(); i++) {
            boolean strong = sentence.startsWith("**", i);
            boolean code = sentence.charAt(i) == '`';
            if (!strong && !code) {
                text.append(sentence.charAt(i));
                continue;
            }
            if (!text.isEmpty()) {
                pieces.add(new Piece(text.toString(), style));
                text.setLength(0);
            }
            String turned = strong ? "strong" : "code";
            style = style.equals(turned) ? "plain" : turned;
            i += strong ? 1 : 0;
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.toString(), style));
        }
        return pieces;
    }

    /// Gives the node another style class beside its own.
    public static <T extends Node> T styled(T node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }
}
