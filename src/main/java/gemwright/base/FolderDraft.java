package gemwright.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder that appears whole or not at all: made beside its target, moved into place. What is not
/// committed disappears, also on Ctrl-C.
public final class FolderDraft implements AutoCloseable {
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        Leaving.first(FolderDraft::removeUnfinished);
    }

    private final Path target;
    private final Path folder;

    private FolderDraft(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// Starts a folder; missing parents are made.
    ///
    /// @throws Problem where there is one with something in it already, or it cannot be written
    public static FolderDraft of(Path target) throws Problem {
        Path whole = target.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        if (parent == null || (Files.exists(whole) && !isEmptyFolder(whole))) {
            throw Problem.of("file.notEmpty", target);
        }
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "." + whole.getFileName() + ".");
            UNFINISHED.add(folder);
            return new FolderDraft(whole, folder);
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Where a file of the folder is made; missing folders between are made.
    public Path file(String relative) throws Problem {
        Path file = folder.resolve(relative);
        try {
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Writes a text file in UTF-8.
    public void text(String relative, String text) throws Problem {
        try (OutputStream out = Files.newOutputStream(file(relative))) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Copies a folder with all that is in it, times and permissions included, but for what is
    /// named.
    ///
    /// @param except names directly in the folder
    public void copy(Path source, String relative, Set<String> except, Progress progress)
            throws Problem {
        Path to = file(relative);
        try {
            Files.walkFileTree(source, new Copying(source, to, except, progress));
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Moves the folder into place.
    public void commit() throws Problem {
        try {
            Files.deleteIfExists(target);
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            UNFINISHED.remove(folder);
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Removes what was not committed.
    @Override
    public void close() {
        if (remove(folder)) {
            UNFINISHED.remove(folder);
        }
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void removeUnfinished() {
        UNFINISHED.forEach(FolderDraft::remove);
    }

    private static boolean remove(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try {
            Files.walkFileTree(folder, new Removing());
            return true;
        } catch (IOException left) {
            // Once more is tried when the process ends; there is nothing the user could do.
            return false;
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path source;
        private final Path to;
        private final Set<String> except;
        private final Progress progress;

        Copying(Path source, Path to, Set<String> except, Progress progress) {
            this.source = source;
            this.to = to;
            this.except = except;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            Path relative = source.relativize(folder);
            if (except.contains(relative.toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(relative));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            progress.step("copying", 0, 0);
            Path relative = source.relativize(file);
            if (!except.contains(relative.toString())) {
                Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path folder, @org.jspecify.annotations.Nullable IOException failed)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
