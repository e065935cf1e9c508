package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.format.protobuf.WireReader;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files beside a model that hold its weights, each mapped once. None may lie outside the
/// model's folder, however its path is spelled: neither the folder that the model was opened in,
/// nor, where the model is a link (as in download caches), the folder that the link points to.
final class ExternalFiles {
    private final Optional<Path> model;
    private final Arena arena;
    private final Map<String, Mapped> mapped = new HashMap<>();

    private static final class Mapped {
        private final Path file;
        private final MemorySegment bytes;

        Mapped(Path file, MemorySegment bytes) {
            this.file = file;
            this.bytes = bytes;
        }
    }

    /// @param model the model's file; empty for a model that was read from memory
    /// @param arena owns the mappings
    ExternalFiles(Optional<Path> model, Arena arena) {
        this.model = model;
        this.arena = arena;
    }

    /// The elements that these entries (location, offset, length) point to.
    ///
    /// @param wanted bytes that the tensor's shape asks for, where no length is given
    TensorData data(Metadata place, long wanted, WireReader in) throws Problem {
        String location = place.get("location").orElse("");
        long offset = number(place, "offset", 0, in);
        long length = number(place, "length", wanted, in);
        Mapped file = file(location, in);
        long size = file.bytes.byteSize();
        if (offset > size || length > size - offset) {
            throw Problem.of(
                    "onnx.external.tooShort",
                    file.file,
                    Long.toString(offset),
                    Long.toString(length),
                    Long.toString(size));
        }
        TensorData content = TensorData.window(file.bytes.asSlice(offset, length));
        return new ExternalData(location, offset, content, Optional.of(file.file));
    }

    private static long number(Metadata place, String key, long otherwise, WireReader in)
            throws Problem {
        Optional<String> text = place.get(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw in.problem("onnx.external.notANumber", key, text.get()).causedBy(notANumber);
        }
        throw in.problem("onnx.external.notANumber", key, text.get());
    }

    private Mapped file(String location, WireReader in) throws Problem {
        Mapped known = mapped.get(location);
        if (known == null) {
            known = map(resolve(location, in));
            mapped.put(location, known);
        }
        return known;
    }

    private Path resolve(String location, WireReader in) throws Problem {
        Path file = model.orElseThrow(() -> in.problem("onnx.external.noFolder", location));
        Path folder = OnnxFile.folder(file);
        try {
            Path target = folder.resolve(location).normalize();
            if (location.isEmpty()
                    || Path.of(location).isAbsolute()
                    || location.contains("\\")
                    || !target.startsWith(folder.normalize())) {
                throw in.problem("onnx.external.outside", location);
            }
            if (!Files.exists(target)) {
                throw Problem.of("onnx.external.missing", target, location);
            }
            Path real = target.toRealPath();
            if (!Files.isRegularFile(real)
                    || !(real.startsWith(folder.toRealPath())
                            || real.startsWith(OnnxFile.folder(file.toRealPath())))) {
                throw in.problem("onnx.external.outside", location);
            }
            return target;
        } catch (InvalidPathException notAPath) {
            throw in.problem("onnx.external.outside", location).causedBy(notAPath);
        } catch (IOException unreadable) {
            throw OnnxFile.cannotRead(file, unreadable);
        }
    }

    private Mapped map(Path file) throws Problem {
        try (FileChannel channel = FileChannel.open(file)) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new Mapped(file, bytes);
        } catch (IOException unreadable) {
            throw OnnxFile.cannotRead(file, unreadable);
        }
    }
}
