package gemwright.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of one bundle in one language: English, or 简体中文 for any Chinese locale.
///
/// Every sentence is a [MessageFormat] pattern, also those without arguments: an apostrophe is
/// written twice.
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /// The bundle of that base name, `gemwright.ui.texts` for `gemwright/ui/texts.properties`.
    public static Texts of(String bundle, Locale locale) {
        Locale served = language(locale);
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(bundle, served, noFallback), served);
    }

    /// The texts of [Problem]s and of the phases of [Progress].
    public static Texts problems(Locale locale) {
        return of("gemwright.base.problems", locale);
    }

    /// The locale that we serve for the one asked for: Simplified Chinese or English.
    public static Locale language(Locale locale) {
        return locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /// The sentence of that key, with its arguments filled in; `{0}` is the first.
    ///
    /// @throws MissingResourceException where the bundle lacks the key: a defect of ours
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /// Whether the bundle has that key.
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The language of these texts.
    public Locale locale() {
        return locale;
    }
}
