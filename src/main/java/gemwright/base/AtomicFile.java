package gemwright.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that appears whole or not at all: written beside its target, forced to the disk, moved
/// into place.
///
/// A killed run leaves the old file or the new one. Ctrl-C removes what was not committed.
///
/// ```java
/// try (AtomicFile file = AtomicFile.create(target)) {
///     file.stream().write(bytes);
///     file.commit();
/// }
/// ```
public final class AtomicFile implements AutoCloseable {
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        Leaving.first(AtomicFile::removeUnfinished);
    }

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;

    /// What to write, given the stream.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it; closing the stream is not its task.
        void writeTo(OutputStream out) throws IOException, Problem;
    }

    private AtomicFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    /// Starts a file; missing parent folders are made.
    ///
    /// @throws Problem where the folder cannot be written
    public static AtomicFile create(Path target) throws Problem {
        Path whole = target.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || Files.isDirectory(whole)) {
            throw Problem.of("file.isFolder", target);
        }
        String name =
                "." + whole.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part";
        Path temporary = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            UNFINISHED.add(temporary);
            FileChannel channel =
                    FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.READ);
            return new AtomicFile(whole, temporary, channel);
        } catch (IOException failed) {
            UNFINISHED.remove(temporary);
            throw cannotWrite(target, failed);
        }
    }

    /// Writes a whole file in one go.
    public static void write(Path target, Content content) throws Problem {
        try (AtomicFile file = create(target)) {
            try (OutputStream out = file.stream()) {
                content.writeTo(out);
                out.flush();
                file.commit();
            } catch (IOException failed) {
                throw cannotWrite(target, failed);
            }
        }
    }

    /// Writes a whole text file in UTF-8.
    public static void writeText(Path target, CharSequence text) throws Problem {
        write(
                target,
                out -> {
                    BufferedWriter writer =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.append(text);
                    writer.flush();
                });
    }

    /// Writes a whole text file in UTF-8 that only its owner may read, where the file system knows
    /// owners.
    public static void writeSecret(Path target, CharSequence text) throws Problem {
        try (AtomicFile file = create(target)) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file.temporary, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
            try (OutputStream out = file.stream()) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            file.commit();
        } catch (IOException failed) {
            throw cannotWrite(target, failed);
        }
    }

    /// The problem "cannot write FILE", with the system's own reason (disk full, no permission …).
    public static Problem cannotWrite(Path target, IOException reason) {
        String message = reason.getMessage();
        String why =
                reason instanceof java.nio.file.AccessDeniedException
                        ? "permission denied"
                        : message == null ? reason.getClass().getSimpleName() : message;
        return Problem.of("file.cannotWrite", target, why).causedBy(reason);
    }

    /// The open temporary file, for writers that jump about in it.
    public FileChannel channel() {
        return channel;
    }

    /// The path of the file being written, for libraries that want a path; it exists until commit
    /// or close.
    public Path temporary() {
        return temporary;
    }

    /// A buffered stream onto the file; closing it does not commit.
    public OutputStream stream() {
        return new java.io.BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /// Forces the bytes to the disk and moves the file into place.
    public void commit() throws Problem {
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
            try {
                Files.move(
                        temporary,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException unsupported) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
            UNFINISHED.remove(temporary);
        } catch (IOException failed) {
            throw cannotWrite(target, failed);
        }
    }

    /// Lets go of the file; what was not committed disappears.
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException ignored) {
            // Once more is tried when the process ends; there is nothing the user could do.
            return;
        }
        UNFINISHED.remove(temporary);
    }

    private static void removeUnfinished() {
        for (Path path : UNFINISHED) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException ignored) {
                // The process ends; the name starts with a dot and ends in .part.
            }
        }
    }
}
