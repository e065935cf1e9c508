package gemwright.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestDesk;
import gemwright.workbench.Settings;
import gemwright.workbench.Settings.Setting;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

class SettingsViewModelTest {
    @TempDir private Path folder;

    private TestDesk desk;
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(folder);
        model = new SettingsViewModel(desk.desk());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Setting> found() {
        return Category.ALL.stream()
                .flatMap(page -> page.groups().stream())
                .flatMap(group -> model.fitting(group).stream())
                .toList();
    }

    @Test
    void everySettingHasItsPlace() {
        assertEquals(
                Settings.ALL.stream().sorted(Comparator.comparing(Setting::key)).toList(),
                Category.ALL.stream()
                        .flatMap(page -> page.settings().stream())
                        .sorted(Comparator.comparing(Setting::key))
                        .toList());
    }

    @Test
    void findsByTheWordsOfASetting() {
        model.query().set("psi");

        assertEquals(List.of(Settings.PSI_DRIFTED, Settings.PSI_WATCH), found());
    }

    @Test
    void findsByItsValue() {
        model.query().set("8000");

        assertEquals(List.of(Settings.PORT), found());
    }

    @Test
    void takesANumberInItsRangeOnly() {
        assertTrue(model.enter(Settings.PORT, " 9000 "));
        assertFalse(model.enter(Settings.PORT, "70000"));
        assertFalse(model.enter(Settings.PORT, "http"));

        assertEquals(9000, desk.desk().choices().settings().get().whole(Settings.PORT));
    }

    @Test
    void takesAChangeBack() {
        model.enter(Settings.PORT, "9000");

        desk.desk().actions().get("edit.undo").run();

        assertEquals(8000, desk.desk().choices().settings().get().whole(Settings.PORT));
    }
}
