package gemwright.ui.control;

import gemwright.base.Problem;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.feather.Feather;

/// A verdict or a message in the place it concerns: icon, sentence, ways on.
public final class MessageBar extends HBox {
    private MessageBar(Tone tone, Node icon, Node words, Node... ways) {
        getStyleClass().addAll("message-bar", tone.style());
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        getChildren().addAll(ways);
    }

    /// One sentence, its verdict in `**semi-bold**`, 48 high.
    public static MessageBar of(Tone tone, String sentence, Node... ways) {
        return new MessageBar(tone, Icons.of(tone), Words.flow(sentence, "message-text"), ways);
    }

    /// One sentence with an icon of its own.
    public static MessageBar of(Tone tone, Feather icon, String sentence, Node... ways) {
        return new MessageBar(
                tone, Icons.of(icon, tone), Words.flow(sentence, "message-text"), ways);
    }

    /// A verdict in semi-bold over an explanation, 72 high.
    public static MessageBar of(
            Tone tone, Feather icon, String verdict, String explanation, Node... ways) {
        TextFlow small = Words.flow(explanation, "message-detail");
        VBox words = new VBox(Words.wrapped(Words.strong(verdict)), small);
        words.setAlignment(Pos.CENTER_LEFT);
        MessageBar bar = new MessageBar(tone, Icons.of(icon, tone, 20), words, ways);
        bar.getStyleClass().add("two-lines");
        return bar;
    }

    /// What went wrong, where, and what to do, with a button that copies it all.
    public static MessageBar of(Problem problem, Language language, Node... ways) {
        VBox words = new VBox();
        words.getStyleClass().add("problem-parts");
        words.setAlignment(Pos.CENTER_LEFT);
        for (Problem.Part part : problem.parts()) {
            String what = sentence(part.what(language.problems()));
            String where = part.where().isEmpty() ? "" : "  `" + part.where() + "`";
            words.getChildren()
                    .addAll(
                            Words.flow("**" + what + "**" + where, "message-text"),
                            Words.flow(sentence(part.todo(language.problems())), "message-detail"));
        }
        Node copy =
                Buttons.small(
                        Feather.COPY,
                        language.say("copy"),
                        () -> copy(String.join("\n", problem.render(language.problems()))));
        Node[] all = new Node[ways.length + 1];
        all[0] = copy;
        System.arraycopy(ways, 0, all, 1, ways.length);
        MessageBar bar = new MessageBar(Tone.DANGER, Icons.of(Tone.DANGER), words, all);
        bar.getStyleClass().add("two-lines");
        return bar;
    }

    /// The phrase of a problem as a sentence: a capital first, a full stop last.
    public static String sentence(String phrase) {
        if (phrase.isEmpty()) {
            return phrase;
        }
        String end = phrase.codePointAt(0) >= 0x2E80 ? "。" : ".";
        boolean ended = phrase.endsWith(".") || phrase.endsWith("。") || phrase.endsWith("?");
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + (ended ? "" : end);
    }

    /// Puts text on the clipboard.
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
