/// TorchScript archives (`torch.jit.save`): traced, frozen and scripted modules.
///
/// The source in the archive is parsed ([gemwright.source.torch.script.syntax]) and followed by
/// [gemwright.source.torch.script.Interpreter], which knows tensors only by type and shape: calls
/// of methods are inlined, whole numbers and lists computed, branches and loops decided where
/// nothing but shapes decides them, and calls of ATen's operators written by
/// [gemwright.source.torch.aten]. Nothing outside this small language is executed. Start with
/// [gemwright.source.torch.script.ScriptConversion].
@NullMarked
package gemwright.source.torch.script;

import org.jspecify.annotations.NullMarked;
