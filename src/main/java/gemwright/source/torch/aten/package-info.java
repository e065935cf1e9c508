/// The operators of PyTorch's ATen library as ONNX, for every format that holds calls of them:
/// `torch.export` archives and TorchScript.
///
/// Start with [gemwright.source.torch.aten.Aten#call], which finds the [Schema] of a call, hands
/// its [Arguments] to the function of the operator, and refuses what that function did not look at
/// and is not at its default. To add an operator: one function in the class of its family, one line
/// in that family's `ALL`. In-place operators (`relu_`) are called by their plain names; what they
/// change is the caller's affair.
@NullMarked
package gemwright.source.torch.aten;

import org.jspecify.annotations.NullMarked;
