package gemwright.ui.control;

import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Code on a grey ground, in the fixed-width font; names in JSON stand out in the accent colour.
public final class CodeText extends StackPane {
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"(?=\\s*:)");

    private final TextFlow flow = new TextFlow();

    /// A block without text yet.
    public CodeText() {
        getStyleClass().add("code-text");
        flow.getStyleClass().add("code-flow");
        getChildren().add(flow);
        setAlignment(javafx.geometry.Pos.TOP_LEFT);
    }

    /// Shows that text.
    public void show(String text) {
        flow.getChildren().clear();
        Matcher names = NAME.matcher(text);
        int from = 0;
        while (names.find()) {
            add(text.substring(from, names.start()), "plain");
            add(names.group(), "json-name");
            from = names.end();
        }
        add(text.substring(from), "plain");
        setAccessibleText(text);
    }

    /// The same document with a blank after each comma and colon, so that it wraps well.
    public static String spaced(String json) {
        StringBuilder spaced = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            spaced.append(c);
            if (c == '\\' && quoted && i + 1 < json.length()) {
                spaced.append(json.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ':') && !blankAt(json, i + 1)) {
                spaced.append(' ');
            }
        }
        return spaced.toString();
    }

    private static boolean blankAt(String json, int at) {
        return at >= json.length() || Character.isWhitespace(json.charAt(at));
    }

    private void add(String piece, String style) {
        if (!piece.isEmpty()) {
            Text text = new Text(piece);
            text.getStyleClass().addAll("code-piece", style);
            flow.getChildren().add(text);
        }
    }
}
