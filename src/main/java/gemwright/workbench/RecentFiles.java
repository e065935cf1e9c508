package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Home;
import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The files that were opened last, newest first, kept in `recent.json` in the user's data folder.
///
/// Immutable: [#opened] gives a new list. A file that is gone stays until it is removed or pushed
/// out: it may be on a disk that is not mounted now.
public final class RecentFiles {
    private static final int KEPT = 20;

    /// One file.
    ///
    /// @param path where it is
    /// @param kind `model`, `data` or `log`
    /// @param detail what was seen in it, such as `scikit-learn 1.7.2`
    /// @param opened when it was last opened
    public record Entry(Path path, String kind, String detail, Instant opened) {}

    private final List<Entry> entries;

    private RecentFiles(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// Those kept in the user's data folder; none where the file is missing or is not ours.
    public static RecentFiles load() {
        return load(file());
    }

    /// Those kept in a file.
    public static RecentFiles load(Path file) {
        if (!Files.exists(file)) {
            return new RecentFiles(List.of());
        }
        try {
            return new RecentFiles(entries(Json.read(file)));
        } catch (Problem damaged) {
            // Only a convenience: not worth an error at every start.
            return new RecentFiles(List.of());
        }
    }

    private static Path file() {
        return Home.data().resolve("recent.json");
    }

    /// Newest first, at most 20.
    public List<Entry> entries() {
        return entries;
    }

    /// These with that file on top.
    public RecentFiles opened(Path path, String kind, String detail) {
        List<Entry> now = new ArrayList<>();
        now.add(new Entry(path.toAbsolutePath().normalize(), kind, detail, Instant.now()));
        for (Entry entry : entries) {
            if (!entry.path().equals(now.getFirst().path()) && now.size() < KEPT) {
                now.add(entry);
            }
        }
        return new RecentFiles(now);
    }

    /// These without that file.
    public RecentFiles without(Path path) {
        return new RecentFiles(
                entries.stream().filter(entry -> !entry.path().equals(path)).toList());
    }

    /// Writes them to the user's data folder.
    public void save() throws Problem {
        save(file());
    }

    /// Writes them to a file.
    public void save(Path file) throws Problem {
        List<Map<String, @Nullable Object>> list =
                entries.stream()
                        .map(
                                e ->
                                        Json.object(
                                                "path", e.path().toString(),
                                                "kind", e.kind(),
                                                "detail", e.detail(),
                                                "opened", e.opened().toString()))
                        .toList();
        AtomicFile.writeText(file, Json.write(list) + "\n");
    }

    private static List<Entry> entries(@Nullable Object value) {
        List<Entry> entries = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> entry
                        && entry.get("path") instanceof String path
                        && entry.get("kind") instanceof String kind
                        && entry.get("detail") instanceof String detail
                        && entry.get("opened") instanceof String opened) {
                    try {
                        entries.add(new Entry(Path.of(path), kind, detail, Instant.parse(opened)));
                    } catch (DateTimeParseException | java.nio.file.InvalidPathException ignored) {
                        // Written by something else: the other entries still count.
                    }
                }
            }
        }
        return entries;
    }
}
