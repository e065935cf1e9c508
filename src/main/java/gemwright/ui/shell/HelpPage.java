package gemwright.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The help pages that `gemwright help TOPIC` prints, in the language of the window.
///
/// @param topic what it is called on the command line
/// @param text its Markdown
record HelpPage(String topic, String text) {
    private static final List<String> TOPICS =
            List.of(
                    "data",
                    "convert",
                    "pytorch",
                    "tensorflow",
                    "quantize",
                    "compare",
                    "serve",
                    "serve-config",
                    "loadtest",
                    "export",
                    "environment",
                    "drift",
                    "monitor");

    /// All of them, in the order of the journey.
    static List<HelpPage> all(Locale language) {
        return TOPICS.stream()
                .map(topic -> page(topic, language))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The heading of the page.
    String title() {
        return text.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .findFirst()
                .orElse(topic);
    }

    private static Optional<HelpPage> page(String topic, Locale language) {
        String suffix = language.getLanguage().equals("zh") ? "_zh" : "";
        return read("/gemwright/help/" + topic + suffix + ".md")
                .or(() -> read("/gemwright/help/" + topic + ".md"))
                .map(text -> new HelpPage(topic, text));
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = HelpPage.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
