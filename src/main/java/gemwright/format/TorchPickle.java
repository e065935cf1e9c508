package gemwright.format;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.pickle.LegacyTorch;
import gemwright.format.pickle.PickleOutline;
import gemwright.format.pickle.PickleReference;
import gemwright.format.pickle.PickleReference.Use;
import gemwright.format.zip.ZipArchive;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.Set;

/// Tells what `torch.save` wrote from the names in its pickle: tensors alone, or a module, whose
/// layers are objects of classes.
final class TorchPickle {
    /// Larger ones are not looked into; tensors lie beside the pickle, so none is that large.
    private static final long LARGEST = 32L << 20;

    /// Where tensors and the containers around them come from, as far as objects are made of them.
    private static final Set<String> DATA =
            Set.of("torch", "torch._utils", "torch.storage", "torch.nn.parameter", "collections");

    private TorchPickle() {}

    /// The kind of a file of PyTorch before 1.6, which is no archive.
    static Optional<FileKind> legacy(MemorySegment bytes) {
        return LegacyTorch.matches(bytes)
                ? Optional.of(kind(LegacyTorch.outline(bytes, "", Progress.none())))
                : Optional.empty();
    }

    /// The kind of an archive with a `data.pkl`.
    static FileKind archived(MemorySegment bytes) {
        try {
            ZipArchive archive = ZipArchive.of(bytes, "");
            for (ZipArchive.Entry entry : archive.entries()) {
                if (entry.name().endsWith("/data.pkl") && entry.size() <= LARGEST) {
                    MemorySegment pickle = archive.content(entry);
                    return kind(PickleOutline.of(pickle, "", true, Progress.none()));
                }
            }
        } catch (Problem damaged) {
            // Whoever opens it says what is wrong.
            return FileKind.TORCH_WEIGHTS;
        }
        return FileKind.TORCH_WEIGHTS;
    }

    private static FileKind kind(PickleOutline outline) {
        boolean module = outline.references().stream().anyMatch(TorchPickle::isOfModule);
        return module ? FileKind.TORCH_MODULE : FileKind.TORCH_WEIGHTS;
    }

    private static boolean isOfModule(PickleReference reference) {
        String from = reference.global().module();
        return from.startsWith("torch.nn.modules.")
                || (reference.uses().contains(Use.MADE) && !DATA.contains(from));
    }
}
