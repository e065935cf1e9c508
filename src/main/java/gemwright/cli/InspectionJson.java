package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.onnx.Dimension;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;
import gemwright.scan.Finding;
import gemwright.source.Summary;
import gemwright.workbench.Inspection;
import gemwright.workbench.NodeFigures;
import gemwright.workbench.TensorFigures;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What `inspect --json` prints.
final class InspectionJson {
    private InspectionJson() {}

    static Map<String, @Nullable Object> of(Inspection i, Texts problems) {
        return Json.object(
                "format",
                i.format(),
                "producer",
                Json.object("name", i.producer().name(), "version", i.producer().version()),
                "inputs",
                i.inputs().stream().map(InspectionJson::value).toList(),
                "outputs",
                i.outputs().stream().map(InspectionJson::value).toList(),
                "parameters",
                i.parameters(),
                "bytes",
                i.bytes(),
                "macs",
                orNull(i.macs()),
                "operators",
                i.operators(),
                "safety",
                Json.object(
                        "verdict",
                        i.safety().verdict().id(),
                        "findings",
                        i.safety().findings().stream().map(f -> finding(f, problems)).toList()),
                "requirements",
                i.requirements(),
                "metadata",
                i.metadata(),
                "faults",
                i.faults().stream().map(f -> fault(f, problems)).toList(),
                "parts",
                i.root().parts().stream().map(InspectionJson::part).toList(),
                "nodes",
                i.nodes().stream().map(InspectionJson::node).toList(),
                "tensors",
                i.tensors().map(all -> all.stream().map(InspectionJson::tensor).toList()));
    }

    private static Map<String, @Nullable Object> finding(Finding finding, Texts problems) {
        return Json.object(
                "where", finding.where(),
                "what", finding.what(problems),
                "why", finding.why(problems));
    }

    private static Map<String, @Nullable Object> part(Summary.Part part) {
        return Json.object(
                "path",
                part.path(),
                "type",
                part.type(),
                "settings",
                part.settings(),
                "parts",
                part.parts().stream().map(InspectionJson::part).toList());
    }

    private static Map<String, @Nullable Object> fault(Problem.Part part, Texts problems) {
        return Json.object(
                "where", part.where(), "what", part.what(problems), "todo", part.todo(problems));
    }

    private static Map<String, @Nullable Object> value(ValueInfo value) {
        return Json.object(
                "name", value.name(), "type", type(value), "shape", shape(value).orElse(null));
    }

    private static String type(ValueInfo value) {
        return switch (value.type().orElse(null)) {
            case null -> "undefined";
            case ValueType.TensorType tensor -> tensor.element().spelling();
            case ValueType other -> other.toString();
        };
    }

    /// Numbers, names of symbolic dimensions, and null for free ones.
    private static Optional<List<@Nullable Object>> shape(ValueInfo value) {
        Optional<Shape> shape = value.shape();
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        List<@Nullable Object> sizes = new ArrayList<>();
        for (Dimension dimension : shape.get().dimensions()) {
            sizes.add(
                    switch (dimension) {
                        case Dimension.Fixed fixed -> fixed.size();
                        case Dimension.Named named -> named.name();
                        case Dimension.Free free -> null;
                    });
        }
        return Optional.of(sizes);
    }

    private static Map<String, @Nullable Object> node(NodeFigures node) {
        return Json.object(
                "name", node.name(),
                "operator", node.operator(),
                "parameters", node.parameters(),
                "macs", orNull(node.macs()),
                "bytes", node.bytes());
    }

    private static Map<String, @Nullable Object> tensor(TensorFigures tensor) {
        Optional<TensorFigures.Numbers> n = tensor.numbers();
        return Json.object(
                "name", tensor.name(),
                "dtype", tensor.type().numpy(),
                "shape", tensor.shape(),
                "bytes", tensor.bytes(),
                "min", n.map(TensorFigures.Numbers::min).orElse(null),
                "max", n.map(TensorFigures.Numbers::max).orElse(null),
                "mean", n.map(TensorFigures.Numbers::mean).orElse(null),
                "std", n.map(TensorFigures.Numbers::std).orElse(null),
                "zeros", n.map(TensorFigures.Numbers::zeros).orElse(null),
                "sum", n.map(TensorFigures.Numbers::sum).orElse(null));
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
