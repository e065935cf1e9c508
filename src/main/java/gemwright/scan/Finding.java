package gemwright.scan;

import gemwright.base.Texts;

import java.util.List;

/// One thing in a file that speaks against loading it.
///
/// @param verdict what it makes of the file
/// @param key name of its two sentences in the bundle of problems: `KEY.what` and `KEY.why`
/// @param where the place in the file: entry of an archive, byte
/// @param arguments what the sentences quote
public record Finding(Verdict verdict, String key, String where, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /// A finding with its arguments.
    public static Finding of(Verdict verdict, String key, String where, Object... arguments) {
        return new Finding(verdict, key, where, List.of(arguments));
    }

    /// What stands there, in the language of `texts`.
    public String what(Texts texts) {
        return texts.of(key + ".what", arguments.toArray());
    }

    /// Why it matters, in the language of `texts`.
    public String why(Texts texts) {
        // Damage has one consequence, whatever its kind.
        String sentence = texts.has(key + ".why") ? key + ".why" : "scan.damaged.why";
        return texts.of(sentence, arguments.toArray());
    }
}
