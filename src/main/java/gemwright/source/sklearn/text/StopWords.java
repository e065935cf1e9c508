package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Words that a vectorizer leaves out.
final class StopWords {
    /// `sklearn.feature_extraction.text.ENGLISH_STOP_WORDS`, the same in all releases since 0.24.
    private static final String ENGLISH = "english-stop-words.txt";

    private StopWords() {}

    /// `stop_words`: a list, or `"english"`; sorted.
    static List<String> of(Estimator fitted) throws Problem {
        Optional<PickleValue> words = fitted.get("stop_words");
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.get().asText().isPresent()) {
            fitted.choice("stop_words", "", "english");
            return english();
        }
        return fitted.texts("stop_words").stream().sorted().distinct().toList();
    }

    private static List<String> english() {
        try (InputStream in = StopWords.class.getResourceAsStream(ENGLISH)) {
            if (in == null) {
                throw new IllegalStateException(ENGLISH);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
