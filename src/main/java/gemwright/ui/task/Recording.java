package gemwright.ui.task;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.ui.task.Background.Work;
import gemwright.workbench.Run;
import gemwright.workbench.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Does work as a run of the workspace: its `run.json` says how it ended, also where it was stopped
/// or failed.
///
/// @param kind the verb
/// @param inputs the files that go in
/// @param settings what was chosen, by the names of the command line's options; null where left
///   open
public record Recording(
        Workspace workspace,
        String kind,
        List<Path> inputs,
        Map<String, @Nullable Object> settings) {
    public Recording {
        inputs = List.copyOf(inputs);
    }

    /// Writes down what came out.
    @FunctionalInterface
    public interface Ending<T> {
        /// Ends the run with the result.
        void end(Run run, T result) throws Problem;
    }

    /// What came out, and the number of its run.
    public record Recorded<T>(T result, int run) {}

    /// Does the work.
    public <T> Recorded<T> of(Work<T> work, Ending<T> ending, Progress progress) throws Problem {
        try (Run run = workspace.start(kind, inputs, settings, progress)) {
            try {
                T result = work.run(progress);
                ending.end(run, result);
                return new Recorded<>(result, run.number());
            } catch (Cancelled stopped) {
                run.cancelled();
                throw stopped;
            } catch (Problem problem) {
                run.failed(problem.key());
                throw problem;
            }
        }
    }
}
