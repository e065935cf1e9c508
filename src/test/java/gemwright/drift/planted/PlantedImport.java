package gemwright.drift.planted;

import gemwright.cli.Cli;

/// Breaks the rule that work never imports a face; `ArchitectureTest` must say so.
final class PlantedImport {
    private PlantedImport() {}

    static boolean broken() {
        return Cli.isSubcommand(new String[0]);
    }
}
