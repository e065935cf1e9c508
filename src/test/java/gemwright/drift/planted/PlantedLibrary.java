package gemwright.drift.planted;

import java.awt.Color;

/// Breaks the rule that charts are drawn only in `ui` and `report`; `ArchitectureTest` must say so.
final class PlantedLibrary {
    private PlantedLibrary() {}

    static int broken() {
        return Color.RED.getRGB();
    }
}
