package gemwright.ui.text;

import gemwright.base.Texts;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Locale;

/// The language of the window, English or 简体中文; changing it rebuilds what is shown, at once.
public final class Language {
    private static final String BUNDLE = "gemwright.ui.texts";

    private final ObjectProperty<Locale> locale;
    private Texts texts;
    private Texts problems;

    /// Starts in the language nearest to the locale.
    public Language(Locale locale) {
        Locale served = Texts.language(locale);
        this.locale = new SimpleObjectProperty<>(served);
        this.texts = Texts.of(BUNDLE, served);
        this.problems = Texts.problems(served);
    }

    /// The language spoken now; listeners see the texts already changed.
    public ReadOnlyObjectProperty<Locale> locale() {
        return locale;
    }

    /// Speaks the language nearest to the locale from now on.
    public void speak(Locale wanted) {
        Locale served = Texts.language(wanted);
        texts = Texts.of(BUNDLE, served);
        problems = Texts.problems(served);
        locale.set(served);
    }

    /// Whether Chinese is spoken now.
    public boolean chinese() {
        return locale.get().equals(Locale.SIMPLIFIED_CHINESE);
    }

    /// The window's texts in this language.
    public Texts texts() {
        return texts;
    }

    /// The texts of problems and of the phases of work in this language.
    public Texts problems() {
        return problems;
    }

    /// The sentence of that key.
    public String say(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /// The phrase as a sentence.
    public String say(Phrase phrase) {
        return phrase.in(texts);
    }

    /// How numbers are written in this language.
    public Figures figures() {
        return new Figures(locale.get());
    }
}
