package gemwright.ui.desk;

import gemwright.ui.text.Language;
import gemwright.workbench.Settings;

import java.util.Locale;
import java.util.Optional;

/// Makes the window follow its settings: language, theme, font size, motion, and the engine its
/// number of threads.
public final class SettingsLink {
    private static final String THREADS = "gemwright.threads";

    private SettingsLink() {}

    /// The language that settings ask for.
    public static Locale language(Settings settings) {
        return switch (settings.text(Settings.LANGUAGE)) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            default -> Locale.getDefault();
        };
    }

    /// Applies them now and at each change.
    public static void follow(Choices choices, Language language, Appearance appearance) {
        Optional<String> given = Optional.ofNullable(System.getProperty(THREADS));
        choices.settings()
                .subscribe(
                        now -> {
                            apply(now, language, appearance);
                            limitThreads(now.whole(Settings.THREADS), given);
                        });
    }

    // 0 leaves it to what the program was started with, or else to the machine.
    private static void limitThreads(long chosen, Optional<String> given) {
        Optional<String> wanted = chosen > 0 ? Optional.of(Long.toString(chosen)) : given;
        wanted.ifPresentOrElse(
                threads -> System.setProperty(THREADS, threads),
                () -> System.clearProperty(THREADS));
    }

    private static void apply(Settings now, Language language, Appearance appearance) {
        Locale wanted = language(now);
        if (!gemwright.base.Texts.language(wanted).equals(language.locale().get())) {
            language.speak(wanted);
        }
        appearance
                .theme()
                .set(
                        switch (now.text(Settings.THEME)) {
                            case "light" -> Appearance.Theme.LIGHT;
                            case "dark" -> Appearance.Theme.DARK;
                            default -> Appearance.Theme.SYSTEM;
                        });
        appearance
                .fontSize()
                .set(
                        (int)
                                Math.round(
                                        Appearance.NORMAL_FONT
                                                * now.whole(Settings.FONT_SIZE)
                                                / 100.0));
        appearance.reduceMotion().set(now.flag(Settings.REDUCE_MOTION));
    }
}
