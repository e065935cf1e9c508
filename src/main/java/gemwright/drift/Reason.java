package gemwright.drift;

import gemwright.base.Texts;

import java.util.List;
import java.util.Locale;

/// Why something could not be judged or what was found: a key of `gemwright/drift/texts` with what
/// the sentence quotes.
///
/// @param key without the prefix `reason.`
public record Reason(String key, List<Object> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /// A reason with its arguments in the order of `{0}`, `{1}` …
    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }

    /// The sentence in that language.
    public String in(Locale language) {
        return Texts.of("gemwright.drift.texts", language).of("reason." + key, arguments.toArray());
    }
}
