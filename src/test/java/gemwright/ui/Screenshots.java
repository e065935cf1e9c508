package gemwright.ui;

import gemwright.workbench.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Photographs screens while they are being built: `Screenshots home light en large`, words of each
/// kind in any number and order, into `target/screenshots/SCREEN-THEME-LANGUAGE.png`. An existing
/// file is opened first.
final class Screenshots {
    private Screenshots() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        List<Path> files = words.stream().map(Path::of).filter(Files::exists).toList();
        Path data = Files.createTempDirectory("screenshots");
        try (TestWindow window = TestWindow.open(data, width(words), height(words))) {
            TestWindow.onWindowThread(() -> window.window().open(files));
            window.untilIdle();
            if (words.contains("large")) {
                TestWindow.onWindowThread(
                        () -> window.desk().choices().choose(Settings.FONT_SIZE, 200L));
            }
            for (String theme : List.of(words.contains("dark") ? "dark" : "light")) {
                TestWindow.onWindowThread(
                        () ->
                                window.desk()
                                        .appearance()
                                        .theme()
                                        .set(
                                                gemwright.ui.desk.Appearance.Theme.valueOf(
                                                        theme.toUpperCase(Locale.ROOT))));
                String language = words.contains("zh") ? "zh" : "en";
                TestWindow.onWindowThread(
                        () -> window.desk().language().speak(Locale.of(language)));
                for (var screen : Screens.ALL) {
                    if (words.contains(screen.id())) {
                        window.go(screen.id());
                        window.untilIdle();
                        words.stream()
                                .filter(word -> word.startsWith("click="))
                                .map(word -> word.substring("click=".length()))
                                .forEach(
                                        selector -> {
                                            TestWindow.onWindowThread(
                                                    () -> press(window, selector));
                                            window.untilIdle();
                                        });
                        window.photograph(screen.id() + "-" + theme + "-" + language);
                        if (words.contains("help")) {
                            TestWindow.onWindowThread(() -> window.window().shell().openHelp());
                            window.photograph("help-" + theme + "-" + language);
                        }
                        if (words.contains("palette")) {
                            TestWindow.onWindowThread(() -> window.window().shell().openPalette());
                            window.photograph("palette-" + theme + "-" + language);
                        }
                    }
                }
            }
        }
        System.exit(0);
    }

    private static void press(TestWindow window, String selector) {
        if (window.scene().getRoot().lookup(selector)
                instanceof javafx.scene.control.ButtonBase button) {
            button.fire();
        }
    }

    private static double width(List<String> words) {
        return words.contains("narrow") ? 900 : 1280;
    }

    private static double height(List<String> words) {
        return words.contains("narrow") ? 600 : 800;
    }
}
