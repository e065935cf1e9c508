package gemwright.ui.convert;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.nio.file.Path;

/// The Convert screen's way to the engine.
interface Converting {
    /// Finds out what would come of it; writes nothing.
    Plan plan(Path source, Choice choice, Progress progress) throws Problem;

    /// Converts, as a run of the workspace.
    Converted convert(Path source, Choice choice, Progress progress) throws Problem;
}
