package gemwright.ui;

import gemwright.base.AtomicFile;
import gemwright.base.Home;
import gemwright.base.Json;
import gemwright.base.Problem;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the window was when it closed, kept in `window.json` in the user's data folder.
///
/// @param x left edge
/// @param y upper edge
/// @param width in pixels
/// @param height in pixels
/// @param maximized whether it filled the screen
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final Logger LOG = Logger.getLogger(WindowPlace.class.getName());

    /// The smallest window that all screens work in.
    static final double SMALLEST_WIDTH = 900;

    static final double SMALLEST_HEIGHT = 600;

    private static Path file() {
        return Home.data().resolve("window.json");
    }

    /// Puts the stage where it was, where that is on a screen still; else it is centred, 1280×800.
    static void restore(Stage stage) {
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        kept().filter(WindowPlace::onAScreen)
                .ifPresent(
                        place -> {
                            stage.setX(place.x);
                            stage.setY(place.y);
                            stage.setWidth(place.width);
                            stage.setHeight(place.height);
                            stage.setMaximized(place.maximized);
                        });
    }

    /// Keeps where the stage is.
    static void keep(Stage stage) {
        try {
            AtomicFile.writeText(
                    file(),
                    Json.write(
                                    Json.object(
                                            "x", stage.getX(),
                                            "y", stage.getY(),
                                            "width", stage.getWidth(),
                                            "height", stage.getHeight(),
                                            "maximized", stage.isMaximized()))
                            + "\n");
        } catch (Problem unwritable) {
            // Only a convenience: no reason to keep the window from closing.
            LOG.log(Level.WARNING, "the window's place", unwritable);
        }
    }

    private static Optional<WindowPlace> kept() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            return Json.read(file()) instanceof Map<?, ?> map ? of(map) : Optional.empty();
        } catch (Problem damaged) {
            LOG.log(Level.WARNING, "the window's place", damaged);
            return Optional.empty();
        }
    }

    private static Optional<WindowPlace> of(Map<?, ?> map) {
        return map.get("x") instanceof Number x
                        && map.get("y") instanceof Number y
                        && map.get("width") instanceof Number width
                        && map.get("height") instanceof Number height
                ? Optional.of(
                        new WindowPlace(
                                x.doubleValue(),
                                y.doubleValue(),
                                Math.max(SMALLEST_WIDTH, width.doubleValue()),
                                Math.max(SMALLEST_HEIGHT, height.doubleValue()),
                                Boolean.TRUE.equals(map.get("maximized"))))
                : Optional.empty();
    }

    private boolean onAScreen() {
        Rectangle2D middle = new Rectangle2D(x + width / 2 - 50, y, 100, 50);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().intersects(middle));
    }
}
