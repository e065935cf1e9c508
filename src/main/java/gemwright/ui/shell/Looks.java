package gemwright.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import gemwright.ui.desk.Appearance;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Fonts, theme and style sheets of a scene, kept as the appearance says.
public final class Looks {
    private static final String FONTS = "/gemwright/assets/fonts/";
    private static final List<String> FILES =
            List.of(
                    "NotoSansSC-Regular.ttf",
                    "NotoSansSC-SemiBold.ttf",
                    "JetBrainsMono-Regular.ttf");
    private static final int NORMAL = 14;
    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");

    private Looks() {}

    /// Loads the bundled fonts, once for the process.
    public static void loadFonts() {
        for (String file : FILES) {
            try (InputStream font = Looks.class.getResourceAsStream(FONTS + file)) {
                if (font == null || Font.loadFont(font, NORMAL) == null) {
                    throw new IllegalStateException("cannot load the bundled font " + file);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// Follows whether the desktop is dark, and whether it asks for no motion.
    public static void followSystem(Appearance appearance) {
        Platform.Preferences system = Platform.getPreferences();
        appearance
                .systemDark()
                .bind(
                        system.colorSchemeProperty()
                                .map(scheme -> scheme == javafx.application.ColorScheme.DARK));
        appearance.systemStill().bind(system.reducedMotionProperty());
    }

    /// Dresses the scene, and dresses it anew when the appearance changes.
    public static void dress(Scene scene, Appearance appearance, List<Screen> screens) {
        Runnable wear = () -> wear(scene, appearance, screens);
        appearance.theme().subscribe(wear);
        appearance.systemDark().subscribe(wear);
        appearance.fontSize().subscribe(wear);
        appearance.reduceMotion().subscribe(wear);
        appearance.systemStill().subscribe(wear);
        wear.run();
    }

    private static void wear(Scene scene, Appearance appearance, List<Screen> screens) {
        boolean dark = appearance.dark();
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new java.util.ArrayList<>();
        sheets.add(sheet(dark ? "dark" : "light"));
        sheets.add(sheet("window"));
        screens.stream().map(Screen::styleSheet).flatMap(Optional::stream).forEach(sheets::add);
        sheets.replaceAll(one -> Measures.scaled(one, appearance.scale()));
        List<String> ours = scene.getStylesheets();
        ours.removeIf(one -> one.contains("/gemwright/ui/") || Measures.isScaled(one));
        ours.addAll(sheets);
        scene.getRoot().pseudoClassStateChanged(STILL, appearance.still());
        scene.getRoot().setStyle("-fx-font-size: " + appearance.fontSize().get() + "px;");
    }

    private static String sheet(String name) {
        java.net.URL found = Looks.class.getResource("/gemwright/ui/" + name + ".css");
        if (found == null) {
            throw new IllegalStateException("no style sheet " + name);
        }
        return found.toExternalForm();
    }
}
