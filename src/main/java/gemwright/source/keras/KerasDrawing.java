package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Graph;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.List;

/// The layers of a model and how they are connected, to be drawn; a model within it is one of them.
final class KerasDrawing {
    private final ModelSpec model;
    private final List<Node> nodes = new ArrayList<>();
    private final List<ValueInfo> inputs = new ArrayList<>();

    private KerasDrawing(ModelSpec model) {
        this.model = model;
    }

    /// @throws Problem where a layer is called with something that is no tensor
    static Graph of(ModelSpec model) throws Problem {
        KerasDrawing drawing = new KerasDrawing(model);
        List<String> outputs = model.functional() ? drawing.connected() : drawing.row();
        return new Graph(
                "",
                drawing.nodes,
                List.of(),
                drawing.inputs,
                outputs.stream().map(ValueInfo::new).toList());
    }

    /// Each layer takes what the one before gives.
    private List<String> row() {
        String last = "input";
        for (LayerSpec layer : model.layers()) {
            if (layer.type().equals("InputLayer")) {
                last = layer.name();
            } else {
                if (nodes.isEmpty()) {
                    inputs.add(new ValueInfo(last));
                }
                nodes.add(node(layer, List.of(last), layer.name()));
                last = layer.name();
            }
        }
        return nodes.isEmpty() ? List.of() : List.of(last);
    }

    private List<String> connected() throws Problem {
        for (LayerSpec layer : model.layers()) {
            if (layer.type().equals("InputLayer")) {
                inputs.add(new ValueInfo(value(layer.name(), 0)));
            }
            for (int call = 0; call < layer.calls().size(); call++) {
                List<String> from = new ArrayList<>();
                Arguments arguments = Arguments.of(layer.calls().get(call), layer.name());
                arguments.positional().forEach(argument -> add(argument, from));
                arguments.keywords().values().forEach(argument -> add(argument, from));
                if (!from.isEmpty()) {
                    nodes.add(node(layer, from, value(layer.name(), call)));
                }
            }
        }
        return model.outputs().stream().map(p -> value(p.layer(), p.call())).distinct().toList();
    }

    private static void add(Object argument, List<String> from) {
        if (argument instanceof ModelSpec.Place place) {
            from.add(value(place.layer(), place.call()));
        } else if (argument instanceof List<?> list) {
            list.forEach(each -> add(each, from));
        }
    }

    private static String value(String layer, int call) {
        return call == 0 ? layer : layer + " (" + (call + 1) + ")";
    }

    private static Node node(LayerSpec layer, List<String> from, String output) {
        return new Node(layer.name(), layer.shown(), "", from, List.of(output), List.of());
    }
}
