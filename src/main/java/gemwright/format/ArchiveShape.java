package gemwright.format;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells which model archive a zip is from the names in it.
final class ArchiveShape {
    private ArchiveShape() {}

    static Optional<FileKind> of(ZipFile zip, MemorySegment bytes) {
        if (holds(zip, "config.json"::equals) && holds(zip, name -> name.endsWith(".weights.h5"))) {
            return Optional.of(FileKind.KERAS);
        }
        if (holds(zip, name -> name.endsWith("serialized_exported_program.json"))
                || holds(zip, name -> name.matches("[^/]+/models/[^/]+\\.json"))) {
            return Optional.of(FileKind.TORCH_EXPORT);
        }
        if (holds(zip, name -> name.endsWith("/constants.pkl"))) {
            return Optional.of(FileKind.TORCHSCRIPT);
        }
        if (holds(zip, name -> name.endsWith("/data.pkl"))) {
            return Optional.of(TorchPickle.archived(bytes));
        }
        return Optional.empty();
    }

    private static boolean holds(ZipFile zip, Predicate<String> name) {
        return zip.stream().map(ZipEntry::getName).anyMatch(name);
    }
}
