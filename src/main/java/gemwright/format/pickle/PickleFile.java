package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A pickle or joblib file, read as data: nothing that it names is imported, called or
/// instantiated.
///
/// Its arrays are windows on the file, which stays mapped until this is closed; no value may be
/// asked for bytes after that.
public final class PickleFile implements AutoCloseable {
    private final Optional<Arena> mapping;
    private final PickleValue root;
    private final List<PickleReference> references;
    private final int protocol;
    private final Compression compression;

    private PickleFile(
            Optional<Arena> mapping,
            PickleValue root,
            List<PickleReference> references,
            int protocol,
            Compression compression) {
        this.mapping = mapping;
        this.root = root;
        this.references = List.copyOf(references);
        this.protocol = protocol;
        this.compression = compression;
    }

    /// Reads a file: pickles of protocol 0 to 5, joblib files of 0.10 and later, compressed or not.
    ///
    /// @throws Problem where the file is damaged, is no pickle, or holds what only Python could
    ///   resolve; never for the names in it, which [#references()] lists
    @SuppressWarnings(
            "MustBeClosedChecker") // the PickleFile closes it, or we do when there is none
    public static PickleFile open(Path file, Progress progress) throws Problem {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try {
            PickleFile pickle =
                    read(
                            Optional.of(arena),
                            map(file, arena),
                            file.toString(),
                            PickleSettings.WHOLE,
                            progress);
            opened = true;
            return pickle;
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /// Reads a pickle that lies in memory.
    ///
    /// @param where what it is, for messages
    public static PickleFile of(MemorySegment bytes, String where, Progress progress)
            throws Problem {
        return read(Optional.empty(), bytes, where, PickleSettings.WHOLE, progress);
    }

    /// Reads a pickle of an archive that gives persistent ids a meaning, as those of PyTorch do:
    /// such an id is a [PickleObject] made by `None`, with the id as its one argument.
    ///
    /// @param where the entry, for messages
    public static PickleFile inArchive(MemorySegment bytes, String where, Progress progress)
            throws Problem {
        return read(Optional.empty(), bytes, where, PickleSettings.ARCHIVED, progress);
    }

    private static MemorySegment map(Path file, Arena arena) throws Problem {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() == 0) {
                throw Problem.of("file.empty", file);
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", file).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    private static PickleFile read(
            Optional<Arena> mapping,
            MemorySegment bytes,
            String where,
            PickleSettings settings,
            Progress progress)
            throws Problem {
        Budget budget = Budget.ofHeap(where);
        ReferenceLog log = new ReferenceLog(budget);
        PickleReading reading = PickleReading.of(bytes, budget, log, settings, where, progress);
        return new PickleFile(
                mapping,
                reading.root(),
                log.references(),
                reading.protocol(),
                reading.compression());
    }

    /// What the file holds.
    public PickleValue root() {
        return root;
    }

    /// All classes and functions that the file names, in the order of their first naming.
    public List<PickleReference> references() {
        return references;
    }

    /// The highest protocol that the file declares; 0 where it declares none.
    public int protocol() {
        return protocol;
    }

    /// How the file is compressed.
    public Compression compression() {
        return compression;
    }

    /// Gives the file back; arrays and byte strings are of no use afterwards.
    @Override
    public void close() {
        mapping.ifPresent(Arena::close);
    }
}
