package gemwright.base;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A file, and files that belong to it, made in a folder of their own beside the target so that
/// they can be looked at before they count. What is not committed disappears, also on Ctrl-C.
///
/// ```java
/// try (Draft draft = Draft.of(target)) {
///     OnnxFile.write(model, draft.file());
///     if (isGood(draft.file())) {
///         draft.commit();
///     }
/// }
/// ```
public final class Draft implements AutoCloseable {
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        Leaving.first(Draft::removeUnfinished);
    }

    private final Path target;
    private final Path folder;

    private Draft(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// Starts a draft; missing parent folders are made.
    ///
    /// @throws Problem where the folder cannot be written
    public static Draft of(Path target) throws Problem {
        Path whole = target.toAbsolutePath();
        Path parent = whole.getParent();
        if (parent == null || Files.isDirectory(whole)) {
            throw Problem.of("file.isFolder", target);
        }
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "." + whole.getFileName() + ".");
            UNFINISHED.add(folder);
            return new Draft(whole, folder);
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Where the file is made, under its own name; what belongs to it goes beside it.
    public Path file() {
        return folder.resolve(target.getFileName());
    }

    /// Size of all files of the draft together.
    public long bytes() throws Problem {
        long bytes = 0;
        try {
            for (Path made : made()) {
                bytes += Files.size(made);
            }
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
        return bytes;
    }

    /// Moves everything into place, the file itself last.
    public void commit() throws Problem {
        try {
            for (Path made : made()) {
                if (!made.equals(file())) {
                    move(made);
                }
            }
            move(file());
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    private List<Path> made() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void move(Path made) throws IOException {
        Path place = target.resolveSibling(made.getFileName());
        try {
            Files.move(
                    made,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(made, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Removes what was not committed.
    @Override
    public void close() {
        if (remove(folder)) {
            UNFINISHED.remove(folder);
        }
    }

    private static boolean remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            return Files.deleteIfExists(folder);
        } catch (IOException left) {
            // Once more is tried when the process ends; there is nothing the user could do.
            return false;
        }
    }

    private static void removeUnfinished() {
        UNFINISHED.forEach(Draft::remove);
    }
}
