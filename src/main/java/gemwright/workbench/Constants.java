package gemwright.workbench;

import gemwright.onnx.Attribute;
import gemwright.onnx.ExternalData;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.SparseTensor;
import gemwright.onnx.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The constants of a model by the name of their value: initializers, and what `Constant` nodes
/// hold, in sub-graphs too.
final class Constants {
    private final List<Tensor> all = new ArrayList<>();
    private final Map<String, Tensor> byName = new HashMap<>();

    private Constants() {}

    static Constants of(Model model) {
        Constants constants = new Constants();
        constants.gather(model.graph());
        return constants;
    }

    private void gather(Graph graph) {
        graph.initializers().forEach(this::add);
        graph.sparseInitializers().stream().map(SparseTensor::values).forEach(this::add);
        for (Node node : graph.nodes()) {
            if (node.is("Constant")
                    && node.attribute("value").orElse(null) instanceof Attribute.OfTensor value) {
                add(value.value().withName(node.outputs().getFirst()));
            }
            node.subGraphs().forEach(this::gather);
        }
    }

    private void add(Tensor tensor) {
        all.add(tensor);
        byName.put(tensor.name(), tensor);
    }

    List<Tensor> all() {
        return all;
    }

    Map<String, Tensor> byName() {
        return byName;
    }

    /// Elements of all.
    long parameters() {
        return all.stream().mapToLong(Tensor::size).sum();
    }

    /// Bytes of those that stand in files beside the model.
    long bytesBeside() {
        return all.stream()
                .map(Tensor::data)
                .filter(ExternalData.class::isInstance)
                .mapToLong(d -> d.bytes())
                .sum();
    }
}
