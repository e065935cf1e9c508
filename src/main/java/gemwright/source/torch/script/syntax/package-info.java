/// The source that TorchScript archives hold: a small part of Python, parsed into trees. Start with
/// [gemwright.source.torch.script.syntax.Parser]. Nothing in it is executed here.
@NullMarked
package gemwright.source.torch.script.syntax;

import org.jspecify.annotations.NullMarked;
