package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// One piece of work in progress, with a folder of its own: `runs/N` of a workspace.
///
/// Its `run.json` is written when the run starts and again when it ends, so that a killed run is
/// seen as one. A run that is closed without an end counts as failed.
public final class Run implements AutoCloseable {
    private final Path folder;
    private final RunRecord started;
    private boolean ended;

    Run(Path folder, RunRecord started) throws Problem {
        this.folder = folder;
        this.started = started;
        write(started);
    }

    /// Its number in the workspace, from 1.
    public int number() {
        return started.number();
    }

    /// Its folder, for the files that it makes.
    public Path folder() {
        return folder;
    }

    /// A file in its folder.
    public Path file(String name) {
        return folder.resolve(name);
    }

    /// It is done; `summary` is what lists show, `result` what the command line would have printed
    /// as JSON.
    public RunRecord done(String summary, Map<String, @Nullable Object> result) throws Problem {
        return end(RunState.DONE, summary, result);
    }

    /// It is done, and the answer is no: the budget missed, nothing to quantize, drift found.
    public RunRecord answeredNo(String summary, Map<String, @Nullable Object> result)
            throws Problem {
        return end(RunState.NO, summary, result);
    }

    /// It failed, and this is why.
    public RunRecord failed(String reason) throws Problem {
        return end(RunState.FAILED, reason, Map.of());
    }

    /// The user stopped it.
    public RunRecord cancelled() throws Problem {
        return end(RunState.CANCELLED, "", Map.of());
    }

    private RunRecord end(RunState state, String summary, Map<String, @Nullable Object> result)
            throws Problem {
        double seconds = Duration.between(started.started(), Instant.now()).toMillis() / 1000.0;
        RunRecord record = started.ended(state, seconds, summary, result);
        ended = true;
        write(record);
        return record;
    }

    private void write(RunRecord record) throws Problem {
        AtomicFile.writeText(folder.resolve("run.json"), Json.write(record.toJson()) + "\n");
    }

    @Override
    public void close() throws Problem {
        if (!ended) {
            failed("");
        }
    }
}
