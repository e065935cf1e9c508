package gemwright.workbench;

import gemwright.base.Fingerprint;
import gemwright.base.Home;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that keeps what was done: each conversion, quantization, comparison, load test and
/// drift run in `runs/N` with its `run.json`, prediction logs in `logs`. Nothing is ever
/// overwritten.
public final class Workspace {
    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /// The workspace in that folder; made when something is first written.
    public static Workspace at(Path folder) {
        return new Workspace(folder);
    }

    /// The one that the settings name, or `workspace` in the user's data folder.
    public static Workspace chosen(Settings settings) {
        String chosen = settings.text(Settings.WORKSPACE);
        return at(chosen.isEmpty() ? Home.data().resolve("workspace") : Path.of(chosen));
    }

    /// Its folder.
    public Path folder() {
        return folder;
    }

    /// What the window calls it: the folder's name.
    public String name() {
        Path name = folder.toAbsolutePath().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /// Where endpoints of this workspace log.
    public Path logs() {
        return folder.resolve("logs");
    }

    /// Starts a run.
    ///
    /// @param kind the verb
    /// @param inputs the files that go in; each is read once for its hash, folders are named
    ///   without one
    /// @param settings what was chosen, by the names of the command line's options
    public Run start(
            String kind,
            List<Path> inputs,
            Map<String, @Nullable Object> settings,
            Progress progress)
            throws Problem {
        List<RunRecord.Input> prints = new ArrayList<>();
        for (Path input : inputs) {
            prints.add(print(input, progress));
        }
        Path runs = folder.resolve("runs");
        int number = next(runs);
        RunRecord record =
                new RunRecord(
                        number,
                        kind,
                        RunState.RUNNING,
                        Instant.now(),
                        0,
                        prints,
                        settings,
                        Environment.current().toJson(),
                        "",
                        Map.of());
        return new Run(runs.resolve(Integer.toString(number)), record);
    }

    /// All runs, the newest first; a folder without a readable `run.json` is left out.
    public List<RunRecord> runs() throws Problem {
        List<RunRecord> records = new ArrayList<>();
        for (Path run : runFolders()) {
            Path file = run.resolve("run.json");
            if (Files.isRegularFile(file)) {
                try {
                    RunRecord.fromJson(Json.read(file)).ifPresent(records::add);
                } catch (Problem ignored) {
                    // Somebody else's file, or one cut by a power failure: the others still count.
                }
            }
        }
        records.sort(Comparator.comparingInt(RunRecord::number).reversed());
        return List.copyOf(records);
    }

    /// The folder of a run.
    public Path folderOf(RunRecord run) {
        return folder.resolve("runs").resolve(Integer.toString(run.number()));
    }

    private List<Path> runFolders() throws Problem {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", runs, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    /// The next free number; taken by making its folder, so that two processes never share one.
    private int next(Path runs) throws Problem {
        int number =
                1
                        + runFolders().stream()
                                .map(run -> String.valueOf(run.getFileName()))
                                .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElse(0);
        try {
            Files.createDirectories(runs);
            while (true) {
                try {
                    Files.createDirectory(runs.resolve(Integer.toString(number)));
                    return number;
                } catch (FileAlreadyExistsException taken) {
                    number++;
                }
            }
        } catch (IOException failed) {
            throw gemwright.base.AtomicFile.cannotWrite(runs, failed);
        }
    }

    private static RunRecord.Input print(Path input, Progress progress) throws Problem {
        if (Files.isDirectory(input)) {
            return new RunRecord.Input(input.toString(), 0, "");
        }
        Fingerprint print = Fingerprint.of(input, progress);
        return new RunRecord.Input(input.toString(), print.bytes(), print.sha256());
    }
}
