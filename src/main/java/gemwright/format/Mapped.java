package gemwright.format;

import gemwright.base.Problem;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file's bytes, mapped until this is closed.
public final class Mapped implements AutoCloseable {
    private final Path path;
    private final Arena arena;
    private final MemorySegment bytes;

    private Mapped(Path path, Arena arena, MemorySegment bytes) {
        this.path = path;
        this.arena = arena;
        this.bytes = bytes;
    }

    /// Maps a whole file; an empty one gives no bytes.
    ///
    /// @throws Problem where there is no such file or it cannot be read
    @SuppressWarnings("MustBeClosedChecker") // this closes it, or we do when there is none
    public static Mapped of(Path path) throws Problem {
        if (Files.isDirectory(path)) {
            throw Problem.of("file.isFolder", path);
        }
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(path)) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            opened = true;
            return new Mapped(path, arena, bytes);
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", path).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", path, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /// Where the file lies, as it was given.
    public Path path() {
        return path;
    }

    /// All its bytes; of no use after [#close].
    public MemorySegment bytes() {
        return bytes;
    }

    @Override
    public void close() {
        arena.close();
    }
}
