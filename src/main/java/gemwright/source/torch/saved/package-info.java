/// The files of `torch.save` and `torch.jit.save`, read as data: the zip archive or the older
/// pickles in a row, the storages in them, and the tensors that are views of storages. Start with
/// [gemwright.source.torch.saved.SavedFile]. Nothing that a file names is looked up.
@NullMarked
package gemwright.source.torch.saved;

import org.jspecify.annotations.NullMarked;
