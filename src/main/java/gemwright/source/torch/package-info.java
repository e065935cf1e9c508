/// What PyTorch writes. [gemwright.source.torch.saved] reads the archives and their tensors; one
/// package per kind of file stands beside it.
@NullMarked
package gemwright.source.torch;

import org.jspecify.annotations.NullMarked;
