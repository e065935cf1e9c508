package gemwright.ui.settings;

import gemwright.workbench.Settings;
import gemwright.workbench.Settings.Setting;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// A page of settings.
///
/// @param id name of its text `settings.ID`
/// @param groups its cards; none for a page that shows something else
record Category(String id, Feather icon, List<Group> groups) {
    Category {
        groups = List.copyOf(groups);
    }

    /// One card of a page.
    ///
    /// @param id name of its text `settings.group.ID`
    record Group(String id, List<Setting> settings) {
        Group {
            settings = List.copyOf(settings);
        }
    }

    /// In the order of the list at the left.
    static final List<Category> ALL =
            List.of(
                    of(
                            "general",
                            Feather.SLIDERS,
                            new Group("language", List.of(Settings.LANGUAGE)),
                            new Group(
                                    "look",
                                    List.of(
                                            Settings.THEME,
                                            Settings.FONT_SIZE,
                                            Settings.REDUCE_MOTION))),
                    of(
                            "folders",
                            Feather.FOLDER,
                            new Group("folders", List.of(Settings.WORKSPACE))),
                    of("runtime", Feather.CPU, new Group("runtime", List.of(Settings.THREADS))),
                    of(
                            "server",
                            Feather.RADIO,
                            new Group("address", List.of(Settings.PORT, Settings.HOST)),
                            new Group("log", List.of(Settings.LOG_PREDICTIONS))),
                    of(
                            "drift",
                            Feather.ACTIVITY,
                            new Group("numeric", List.of(Settings.PSI_DRIFTED, Settings.PSI_WATCH)),
                            new Group(
                                    "categorical",
                                    List.of(Settings.JS_DRIFTED, Settings.JS_WATCH))),
                    of("shortcuts", Feather.COMMAND),
                    of("about", Feather.INFO));

    private static Category of(String id, Feather icon, Group... groups) {
        return new Category(id, icon, List.of(groups));
    }

    /// All its settings.
    List<Setting> settings() {
        return groups.stream().flatMap(group -> group.settings().stream()).toList();
    }
}
