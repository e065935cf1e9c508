/// Modules that `torch.save` wrote whole. Such a file holds the names of classes and their
/// attributes, no code: what consists of PyTorch's own layers in a row can be converted, and any
/// other class is named. Start with [gemwright.source.torch.module.ModuleFormat]; to add a layer,
/// write one line or one function in the class of its family.
@NullMarked
package gemwright.source.torch.module;

import org.jspecify.annotations.NullMarked;
