package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;

/// How one class of layer is written: what its `forward` does, with one tensor as its input.
@FunctionalInterface
interface LayerWriter {
    AtenValue write(Layer layer, Value x, AtenGraph g) throws Problem;
}
