package gemwright.report;

import java.util.ArrayList;
import java.util.List;

/// A run of words in one or more styles. What comes from the user is made safe on the way in: a
/// text holds only characters that the report's font has.
///
/// @param spans in reading order
public record Text(List<Span> spans) {
    /// Stands for an asterisk that is no mark, in the names of the user.
    static final char STAR = '\u0001';

    /// No words.
    public static final Text NONE = new Text(List.of());

    /// How words look.
    public enum Style {
        PLAIN,
        STRONG,
        /// Secondary: units, captions.
        MUTED,
        /// Drifted, and nothing else.
        ALERT
    }

    /// Words in one style.
    public record Span(String words, Style style) {
        public Span {
            words = Printable.of(words);
        }
    }

    public Text {
        spans = List.copyOf(spans);
    }

    /// Plain words.
    public static Text plain(String words) {
        return NONE.and(words, Style.PLAIN);
    }

    /// Words that stand out.
    public static Text strong(String words) {
        return NONE.and(words, Style.STRONG);
    }

    /// Secondary words.
    public static Text muted(String words) {
        return NONE.and(words, Style.MUTED);
    }

    /// Words in the colour of drift.
    public static Text alert(String words) {
        return NONE.and(words, Style.ALERT);
    }

    /// Words in which `*…*` stands out, as the bundles write them.
    static Text marked(String words) {
        Text text = NONE;
        boolean strong = false;
        for (String part : words.split("\\*", -1)) {
            text = text.and(part.replace(STAR, '*'), strong ? Style.STRONG : Style.PLAIN);
            strong = !strong;
        }
        return text;
    }

    /// This text with more words behind it.
    public Text and(String words, Style style) {
        if (words.isEmpty()) {
            return this;
        }
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(words, style));
        return new Text(more);
    }

    /// This text, then another.
    public Text and(Text other) {
        List<Span> more = new ArrayList<>(spans);
        more.addAll(other.spans);
        return new Text(more);
    }

    /// The words without styles.
    public String words() {
        StringBuilder words = new StringBuilder();
        spans.forEach(span -> words.append(span.words()));
        return words.toString();
    }

    /// Whether there are no words.
    public boolean isEmpty() {
        return spans.isEmpty();
    }
}
