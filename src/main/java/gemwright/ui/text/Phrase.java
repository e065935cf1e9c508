package gemwright.ui.text;

import gemwright.base.Texts;

import java.util.List;

/// A sentence that has not been said in a language yet: a key of the window's texts and what it
/// quotes. It outlives a change of language.
///
/// @param key name of the sentence in `gemwright/ui/texts.properties`
/// @param arguments what it quotes; a [Phrase] among them is said first
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /// A phrase with its arguments in order.
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /// Text that is the same in every language, such as the name of a file.
    public static Phrase verbatim(String text) {
        return of("verbatim", text);
    }

    /// The sentence in the language of the texts.
    public String in(Texts texts) {
        Object[] said =
                arguments.stream()
                        .map(one -> one instanceof Phrase phrase ? phrase.in(texts) : one)
                        .toArray();
        return texts.of(key, said);
    }
}
