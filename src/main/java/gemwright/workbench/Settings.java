package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Home;
import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user chose, kept in `settings.json` in his data folder.
///
/// Each setting has a key, a default and a check, listed in [#ALL]; what the file holds beyond them
/// (a newer version's settings) is kept and written back. A value that is out of range or of
/// another type counts as not set. Immutable: [#with] gives a new one, [#save] writes it.
public final class Settings {
    /// One setting.
    ///
    /// @param key its name in the file, and of its texts in the window
    /// @param standard what holds where nothing was chosen: a String, Long, Double or Boolean
    /// @param choices the values allowed; empty where any value of the type is
    /// @param low smallest number allowed
    /// @param high largest number allowed
    public record Setting(
            String key, Object standard, List<String> choices, double low, double high) {
        public Setting {
            choices = List.copyOf(choices);
        }

        static Setting choice(String key, String... choices) {
            return new Setting(key, choices[0], List.of(choices), 0, 0);
        }

        static Setting text(String key, String standard) {
            return new Setting(key, standard, List.of(), 0, 0);
        }

        static Setting whole(String key, long standard, long low, long high) {
            return new Setting(key, standard, List.of(), low, high);
        }

        static Setting number(String key, double standard, double low, double high) {
            return new Setting(key, standard, List.of(), low, high);
        }

        static Setting flag(String key, boolean standard) {
            return new Setting(key, standard, List.of(), 0, 0);
        }

        boolean accepts(@Nullable Object value) {
            return switch (value) {
                case String text when standard instanceof String ->
                        choices.isEmpty() || choices.contains(text);
                case Boolean flag when standard instanceof Boolean -> true;
                case Long number when standard instanceof Long -> low <= number && number <= high;
                case Number number when standard instanceof Double ->
                        low <= number.doubleValue() && number.doubleValue() <= high;
                case null, default -> false;
            };
        }
    }

    public static final Setting LANGUAGE = Setting.choice("language", "system", "en", "zh");
    public static final Setting THEME = Setting.choice("theme", "system", "light", "dark");

    /// Percent of the normal font size.
    public static final Setting FONT_SIZE = Setting.whole("fontSize", 100, 75, 200);

    public static final Setting REDUCE_MOTION = Setting.flag("reduceMotion", false);

    /// Folder of the workspace; empty for the one in the user's data folder.
    public static final Setting WORKSPACE = Setting.text("workspace", "");

    /// 0 for this machine's share.
    public static final Setting THREADS = Setting.whole("threads", 0, 0, 1024);

    public static final Setting PORT = Setting.whole("serve.port", 8000, 1, 65535);
    public static final Setting HOST = Setting.text("serve.host", "127.0.0.1");
    public static final Setting LOG_PREDICTIONS = Setting.flag("serve.log", true);

    /// Population stability index from which a numeric column counts as drifted, or is to be
    /// watched.
    public static final Setting PSI_DRIFTED = Setting.number("drift.psi.drifted", 0.25, 0, 100);

    public static final Setting PSI_WATCH = Setting.number("drift.psi.watch", 0.10, 0, 100);

    /// Jensen-Shannon distance (base 2) from which a categorical column counts as drifted, or is to
    /// be watched.
    public static final Setting JS_DRIFTED = Setting.number("drift.js.drifted", 0.20, 0, 1);

    public static final Setting JS_WATCH = Setting.number("drift.js.watch", 0.08, 0, 1);

    /// In the order of the settings screen.
    public static final List<Setting> ALL =
            List.of(
                    LANGUAGE,
                    THEME,
                    FONT_SIZE,
                    REDUCE_MOTION,
                    WORKSPACE,
                    THREADS,
                    PORT,
                    HOST,
                    LOG_PREDICTIONS,
                    PSI_DRIFTED,
                    PSI_WATCH,
                    JS_DRIFTED,
                    JS_WATCH);

    private final Map<String, @Nullable Object> values;

    private Settings(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /// Nothing chosen.
    public static Settings standard() {
        return new Settings(Map.of());
    }

    /// Where they are kept.
    public static Path file() {
        return Home.data().resolve("settings.json");
    }

    /// Those in the user's data folder; a missing file is none chosen.
    ///
    /// @throws Problem where the file is there but is not JSON: it is not overwritten before the
    ///   user knows
    public static Settings load() throws Problem {
        return load(file());
    }

    /// Those in a file.
    @SuppressWarnings("unchecked") // Json gives string keys
    public static Settings load(Path file) throws Problem {
        if (!Files.exists(file)) {
            return standard();
        }
        return switch (Json.read(file)) {
            case Map<?, ?> object -> new Settings((Map<String, @Nullable Object>) object);
            case null, default -> throw Problem.of("settings.noObject", file);
        };
    }

    /// Writes them to the user's data folder.
    public void save() throws Problem {
        save(file());
    }

    /// Writes them to a file.
    public void save(Path file) throws Problem {
        AtomicFile.writeText(file, Json.write(values) + "\n");
    }

    /// The text chosen, or the default.
    public String text(Setting setting) {
        return (String) value(setting);
    }

    /// The whole number chosen, or the default.
    public long whole(Setting setting) {
        return (Long) value(setting);
    }

    /// The number chosen, or the default.
    public double number(Setting setting) {
        return ((Number) value(setting)).doubleValue();
    }

    /// The switch's state, or the default.
    public boolean flag(Setting setting) {
        return (Boolean) value(setting);
    }

    /// What was chosen, or the default.
    public Object value(Setting setting) {
        Object chosen = values.get(setting.key());
        return chosen != null && setting.accepts(chosen) ? chosen : setting.standard();
    }

    /// Whether something else than the default holds.
    public boolean changed(Setting setting) {
        return !value(setting).equals(setting.standard());
    }

    /// These with one changed.
    ///
    /// @throws IllegalArgumentException where the setting does not accept the value
    public Settings with(Setting setting, Object value) {
        if (!setting.accepts(value)) {
            throw new IllegalArgumentException(setting.key() + " does not take " + value);
        }
        return put(setting, Optional.of(value));
    }

    /// These with one back at its default.
    public Settings without(Setting setting) {
        return put(setting, Optional.empty());
    }

    private Settings put(Setting setting, Optional<Object> value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        value.ifPresentOrElse(
                chosen -> copy.put(setting.key(), chosen), () -> copy.remove(setting.key()));
        return new Settings(copy);
    }
}
