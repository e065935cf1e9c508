/// State dicts and checkpoints of PyTorch: tensors that can be seen, and no network that could be
/// converted.
@NullMarked
package gemwright.source.torch.weights;

import org.jspecify.annotations.NullMarked;
