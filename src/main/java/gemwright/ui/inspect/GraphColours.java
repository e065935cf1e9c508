package gemwright.ui.inspect;

import javafx.scene.paint.Color;

/// The colours of a drawn graph, light and dark, from the palette of the design.
///
/// @param ground behind everything
/// @param grid dots on the ground
/// @param line flows, and the borders of plain boxes
/// @param text titles
/// @param muted second lines and labels
/// @param accent what is selected
record GraphColours(
        Color ground,
        Color grid,
        Color line,
        Color border,
        Color text,
        Color muted,
        Color accent,
        Color end,
        Color preparation,
        Color preparationBorder,
        Color model,
        Color modelBorder,
        Color mapBox,
        Color mapModel,
        Color mapGround) {

    static GraphColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    private static final GraphColours LIGHT =
            new GraphColours(
                    Color.web("#ffffff"),
                    Color.web("#e1e6eb"),
                    Color.web("#868f99"),
                    Color.web("#d0d7de"),
                    Color.web("#24292f"),
                    Color.web("#57606a"),
                    Color.web("#0969da"),
                    Color.web("#eef1f4"),
                    Color.web("#ddf4ff"),
                    Color.web("#9fd8fb"),
                    Color.web("#dafbe1"),
                    Color.web("#8fdaa5"),
                    Color.web("#8b9dc0"),
                    Color.web("#1a7f37"),
                    Color.web("#eaf2fd"));

    private static final GraphColours DARK =
            new GraphColours(
                    Color.web("#0d1117"),
                    Color.web("#21262d"),
                    Color.web("#656c76"),
                    Color.web("#30363d"),
                    Color.web("#c9d1d9"),
                    Color.web("#8b949e"),
                    Color.web("#4493f8"),
                    Color.web("#21262d"),
                    Color.web("#10243e"),
                    Color.web("#1b4a86"),
                    Color.web("#10261a"),
                    Color.web("#1e6b34"),
                    Color.web("#566a8c"),
                    Color.web("#3fb950"),
                    Color.web("#13203a"));

    Color fill(Placement.Kind kind) {
        return switch (kind) {
            case END -> end;
            case PREPARATION -> preparation;
            case MODEL -> model;
            case PLAIN -> ground;
        };
    }

    Color border(Placement.Kind kind) {
        return switch (kind) {
            case END, PLAIN -> border;
            case PREPARATION -> preparationBorder;
            case MODEL -> modelBorder;
        };
    }

    /// The colour of a box in the overview.
    Color map(Placement.Kind kind) {
        return switch (kind) {
            case END, PLAIN -> mapBox;
            case PREPARATION -> preparationBorder;
            case MODEL -> mapModel;
        };
    }
}
