package gemwright.ui.inspect;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.nio.file.Path;

/// The Model screen's way to the engine.
interface Inspecting {
    /// Reads what the screen shows.
    Inspected inspect(Path file, Progress progress) throws Problem;

    /// Sums up the numbers of one tensor.
    ///
    /// @throws Problem where it holds no numbers, or the file has changed
    WeightStatistics statistics(Path file, String tensor, Progress progress) throws Problem;

    /// Writes one tensor as `.npy`.
    void export(Path file, String tensor, Path target, Progress progress) throws Problem;
}
