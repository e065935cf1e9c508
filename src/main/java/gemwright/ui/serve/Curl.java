package gemwright.ui.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the body out of a `curl` command as people paste it: words of a POSIX shell, quotes and
/// continued lines included. Nothing of it is run.
final class Curl {
    private static final Set<String> DATA =
            Set.of("-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json");

    private Curl() {}

    /// The body; empty where the text is no such command, or sends none.
    static Optional<String> body(String text) {
        List<String> words = words(text.strip());
        if (words.isEmpty() || !words.getFirst().equals("curl")) {
            return Optional.empty();
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (DATA.contains(word) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            int equals = word.indexOf('=');
            if (equals > 0 && DATA.contains(word.substring(0, equals))) {
                return Optional.of(word.substring(equals + 1));
            }
            if (word.startsWith("-d") && word.length() > 2) {
                return Optional.of(word.substring(2));
            }
        }
        return Optional.empty();
    }

    /// As a shell takes a line apart (POSIX 2.2, quoting).
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean escape = letter == '\\' && quote != '\'' && i + 1 < text.length();
            if (escape) {
                char next = text.charAt(++i);
                if (quote == '"' && "\"\\$`\n".indexOf(next) < 0) {
                    word.append(letter);
                }
                if (next != '\n') {
                    word.append(next);
                    begun = true;
                }
            } else if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
                begun = true;
            } else if (Character.isWhitespace(letter)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(letter);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
