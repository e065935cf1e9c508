package gemwright.source.torch.saved;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.pickle.LegacyTorch;
import gemwright.format.pickle.PickleValue;

import java.lang.foreign.MemorySegment;

/// What `torch.save` wrote: an object, and the tensors in it.
///
/// @param root the object, as data
/// @param tensors reads the tensors in it
public record SavedFile(PickleValue root, TorchTensors tensors) {
    /// Reads a file, of PyTorch before 1.6 or since.
    ///
    /// @param where the file, for messages
    /// @throws Problem where it is damaged
    public static SavedFile of(MemorySegment bytes, String where, Progress progress)
            throws Problem {
        if (LegacyTorch.matches(bytes)) {
            LegacyTorch.Content content = LegacyTorch.read(bytes, where, progress);
            LegacyStorages storages = LegacyStorages.of(content, where);
            return new SavedFile(content.root(), new TorchTensors(storages, where));
        }
        TorchArchive archive = TorchArchive.of(bytes, where);
        PickleValue root = archive.pickle("data.pkl", progress).root();
        return new SavedFile(root, new TorchTensors(archive.storages("data"), where));
    }
}
