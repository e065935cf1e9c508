package gemwright.ui.shell;

import java.util.Locale;
import java.util.Optional;

/// How well words fit what was typed, and where.
///
/// @param score the higher the better
/// @param from first character that fits, in the words shown
/// @param to behind the last character that fits; equal to `from` where the fit is spread over the
///   words, or lies in the other language
record PaletteMatch(int score, int from, int to) {
    private static final int START = 100;
    private static final int WORD = 80;
    private static final int INITIALS = 70;
    private static final int INSIDE = 60;
    private static final int OTHER_LANGUAGE = 50;
    private static final int SPREAD = 20;

    /// The fit of `typed` with the words shown, else with their pinyin initials, else with the
    /// words of the other language, else letter by letter; empty where there is none.
    static Optional<PaletteMatch> of(String typed, String shown, String other) {
        String query = typed.strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            return Optional.of(new PaletteMatch(0, 0, 0));
        }
        return within(query, shown.toLowerCase(Locale.ROOT))
                .or(() -> initials(query, shown))
                .or(() -> elsewhere(query, other))
                .or(() -> spread(query, shown.toLowerCase(Locale.ROOT)));
    }

    private static Optional<PaletteMatch> within(String query, String words) {
        int at = words.indexOf(query);
        if (at < 0) {
            return Optional.empty();
        }
        for (int i = at; i >= 0; i = words.indexOf(query, i + 1)) {
            if (i == 0 || !Character.isLetterOrDigit(words.charAt(i - 1))) {
                return Optional.of(new PaletteMatch(i == 0 ? START : WORD, i, i + query.length()));
            }
        }
        return Optional.of(new PaletteMatch(INSIDE, at, at + query.length()));
    }

    private static Optional<PaletteMatch> initials(String query, String shown) {
        String letters = Pinyin.initials(shown);
        int at = letters.indexOf(query);
        return at < 0 || letters.equals(shown.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new PaletteMatch(INITIALS, at, at + query.length()));
    }

    private static Optional<PaletteMatch> elsewhere(String query, String other) {
        boolean fits =
                within(query, other.toLowerCase(Locale.ROOT)).isPresent()
                        || initials(query, other).isPresent();
        return fits ? Optional.of(new PaletteMatch(OTHER_LANGUAGE, 0, 0)) : Optional.empty();
    }

    private static Optional<PaletteMatch> spread(String query, String words) {
        int at = 0;
        for (int i = 0; i < query.length(); i++) {
            at = words.indexOf(query.charAt(i), at) + 1;
            if (at == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new PaletteMatch(SPREAD, 0, 0));
    }
}
