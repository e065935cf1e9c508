package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.protobuf.WireReader;
import gemwright.format.protobuf.WireType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// An ONNX file, opened: the model, over a mapping of the file that weights are read from when they
/// are looked at.
///
/// Closed by its owner, after which no part of the model may be used any more
/// (`IllegalStateException: Already closed`). May be read from many threads. When the file is
/// replaced (not rewritten) meanwhile, the model still shows the old content.
public final class OnnxFile implements AutoCloseable {
    private final Path path;
    private final Arena arena;
    private final MemorySegment bytes;
    private final Model model;

    private OnnxFile(Path path, Arena arena, MemorySegment bytes) throws Problem {
        this.path = path;
        this.arena = arena;
        this.bytes = bytes;
        this.model = parse(path.toString(), Optional.of(path), bytes, arena);
    }

    /// Where weights go when a model is written.
    public enum Weights {
        /// Where they were: in the model, or in the files beside it, which are copied along; in one
        /// new file where another model has files of those names.
        AS_FOUND,
        /// Into the model.
        EMBEDDED,
        /// Into one file beside the model, `NAME.onnx.data`, those of 1 KB and more.
        EXTERNAL
    }

    /// Something that is read from a model.
    @FunctionalInterface
    public interface Reading<T> {
        /// Reads it.
        T read(Model model) throws Problem;
    }

    /// Opens a file.
    ///
    /// @throws Problem where there is no such file, it is no ONNX model, is damaged, or lacks the
    ///   files beside it that hold its weights
    @SuppressWarnings("MustBeClosedChecker") // the opened file closes it
    public static OnnxFile open(Path path) throws Problem {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try {
            OnnxFile file = new OnnxFile(path, arena, map(path, arena));
            opened = true;
            return file;
        } catch (InternalError fault) {
            throw changedUnderUs(path, fault);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /// Reads a model from memory, which must stay as it is. Weights in files beside it are refused.
    ///
    /// @param name how problems name it
    public static Model read(byte[] bytes, String name) throws Problem {
        MemorySegment segment = MemorySegment.ofArray(bytes).asReadOnly();
        return parse(name, Optional.empty(), segment, Arena.ofAuto());
    }

    /// Whether a file that starts like this may be an ONNX model: fields of a model, in the layout
    /// that they have.
    ///
    /// @param head the file's first bytes; a few dozen will do
    public static boolean matches(MemorySegment head) {
        return Sniff.matches(head);
    }

    /// Writes a model with its weights where they were.
    public static void write(Model model, Path target) throws Problem {
        write(model, target, Weights.AS_FOUND, Progress.none());
    }

    /// Writes a model. It appears whole or not at all; weights are streamed and never held. A model
    /// that would be larger than protobuf allows (2 GB) gets its weights in a file beside it,
    /// whatever `weights` says.
    ///
    /// The target may be the file that the model was read from.
    public static void write(Model model, Path target, Weights weights, Progress progress)
            throws Problem {
        new ModelSaving(target, progress, ModelSaving.LIMIT).save(model, weights);
    }

    /// The model as bytes, all weights in it; for models of less than 2 GB.
    public static byte[] encode(Model model) throws Problem {
        return ModelSaving.encode(model);
    }

    /// The bytes of a model whose weights, or some of them, stand in this file: those are left out
    /// and named by their place in it, as external data. For a runtime that maps weights itself.
    ///
    /// @param changed this file's model, or one that was made from it
    public byte[] skeleton(Model changed) throws Problem {
        return new Skeleton(path, bytes).of(changed);
    }

    /// The file's path, as it was given.
    public Path path() {
        return path;
    }

    /// What the file says.
    public Model model() {
        return model;
    }

    /// Size of the file, without files beside it.
    public long bytes() {
        return bytes.byteSize();
    }

    /// Reads something from the model; a file that was cut short meanwhile is a problem like any
    /// other, instead of the `InternalError` that the mapping throws.
    public <T> T reading(Reading<T> work) throws Problem {
        try {
            return work.read(model);
        } catch (InternalError fault) {
            throw changedUnderUs(path, fault);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    private static Model parse(String name, Optional<Path> path, MemorySegment bytes, Arena arena)
            throws Problem {
        if (bytes.byteSize() == 0) {
            throw Problem.of("file.empty", name);
        }
        if (!Sniff.matches(bytes)) {
            throw Problem.of("onnx.notOnnx", name);
        }
        TensorReader tensors = new TensorReader(new ExternalFiles(path, arena), arena);
        Model model = new GraphReader(tensors).model(new WireReader(bytes, name));
        if (model.irVersion() >= 3 && model.operatorSets().isEmpty()) {
            throw Problem.of("onnx.noOperatorSets", name);
        }
        return model;
    }

    private static MemorySegment map(Path path, Arena arena) throws Problem {
        if (Files.isDirectory(path)) {
            throw Problem.of("file.isFolder", path);
        }
        try (FileChannel channel = FileChannel.open(path)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", path).causedBy(missing);
        } catch (IOException unreadable) {
            throw cannotRead(path, unreadable);
        }
    }

    /// The folder that a file is in.
    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    static Problem cannotRead(Path path, IOException reason) {
        String message = reason.getMessage();
        String why =
                reason instanceof AccessDeniedException
                        ? "permission denied"
                        : message == null ? reason.getClass().getSimpleName() : message;
        return Problem.of("file.cannotRead", path, why).causedBy(reason);
    }

    /// A page of the mapping is gone: "a fault occurred in an unsafe memory access operation".
    static Problem changedUnderUs(Path path, InternalError fault) {
        return Problem.of("onnx.changed", path).causedBy(fault);
    }

    /// Tells models from other files by their first fields.
    private static final class Sniff {
        private Sniff() {}

        static boolean matches(MemorySegment head) {
            WireReader in = new WireReader(head, "");
            boolean any = false;
            try {
                while (in.next()) {
                    if (!plausible(in.field(), in.type(), any)) {
                        return false;
                    }
                    any = true;
                    in.skip();
                }
            } catch (Problem cut) {
                return any;
            }
            return any;
        }

        /// Field numbers of a model, and the layout of each. Numbers that we do not know are let
        /// through behind the known ones only: foreign formats look like them.
        private static boolean plausible(int field, WireType type, boolean behind) {
            return switch (field) {
                case 1, 5 -> type == WireType.VARINT;
                case 2, 3, 4, 6, 7, 8, 14, 20, 25, 26 -> type == WireType.LENGTH;
                default -> behind && field > 26;
            };
        }
    }
}
