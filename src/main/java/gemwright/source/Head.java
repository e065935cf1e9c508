package gemwright.source;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.Mapped;
import gemwright.format.Recognition;
import gemwright.format.pickle.PickleFile;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is being opened: its bytes, and what they look like.
public final class Head implements AutoCloseable {
    private static final String SAVED_MODEL = "saved_model.pb";

    private final Path path;
    private final Mapped file;
    private final Optional<FileKind> kind;
    private final Progress progress;
    private Optional<PickleFile> pickle = Optional.empty();

    private Head(Path path, Mapped file, Optional<FileKind> kind, Progress progress) {
        this.path = path;
        this.file = file;
        this.kind = kind;
        this.progress = progress;
    }

    /// Whether a path is a folder that TensorFlow saved a model in.
    public static boolean isSavedModel(Path path) {
        return Files.isRegularFile(path.resolve(SAVED_MODEL));
    }

    /// The file to be read: in a folder of TensorFlow's, the one that holds the graph.
    public static Path file(Path path) {
        return isSavedModel(path) ? path.resolve(SAVED_MODEL) : path;
    }

    /// Maps a file and recognises it. A folder that TensorFlow saved a model in stands for the
    /// `saved_model.pb` in it.
    ///
    /// @throws Problem where it is missing, empty or cannot be read
    public static Head of(Path path, Progress progress) throws Problem {
        Mapped file = Mapped.of(file(path));
        boolean recognised = false;
        try {
            if (file.bytes().byteSize() == 0) {
                throw Problem.of("file.empty", path);
            }
            Optional<FileKind> kind = Recognition.of(file.path(), file.bytes());
            recognised = true;
            return new Head(path, file, kind, progress);
        } finally {
            if (!recognised) {
                file.close();
            }
        }
    }

    /// Where it lies, as it was given.
    public Path path() {
        return path;
    }

    /// All its bytes, mapped until this is closed.
    public MemorySegment bytes() {
        return file.bytes();
    }

    /// What it is by its content; empty for nothing that we know.
    public Optional<FileKind> kind() {
        return kind;
    }

    /// The pickle in it, read when first asked for; valid until this is closed.
    ///
    /// @throws Problem where it is damaged
    public PickleFile pickle() throws Problem {
        if (pickle.isEmpty()) {
            pickle = Optional.of(PickleFile.of(bytes(), path.toString(), progress));
        }
        return pickle.get();
    }

    @Override
    public void close() {
        file.close();
    }
}
