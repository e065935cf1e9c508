package gemwright.report;

/// Words in HTML: whatever they hold, they stay words.
final class HtmlText {
    private HtmlText() {}

    /// Words between tags or within a quoted attribute.
    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /// Words in their styles.
    static String of(Text text) {
        StringBuilder html = new StringBuilder();
        for (Text.Span span : text.spans()) {
            String words = escape(span.words());
            html.append(
                    switch (span.style()) {
                        case PLAIN -> words;
                        case STRONG -> "<strong>" + words + "</strong>";
                        case MUTED -> "<span class=\"muted\">" + words + "</span>";
                        case ALERT -> "<span class=\"alert\">" + words + "</span>";
                    });
        }
        return html.toString();
    }
}
