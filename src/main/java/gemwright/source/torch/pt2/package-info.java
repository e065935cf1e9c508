/// Programs that `torch.export.save` wrote (`.pt2`): a graph of ATen's operators as JSON, and the
/// weights as they lie in memory. Start with [gemwright.source.torch.pt2.ExportedProgram]; calls
/// are written by [gemwright.source.torch.aten]. The pickled example in the archive is not read.
@NullMarked
package gemwright.source.torch.pt2;

import org.jspecify.annotations.NullMarked;
