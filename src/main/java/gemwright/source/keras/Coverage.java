package gemwright.source.keras;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks for layers that have no form in ONNX, all of them before anything is written.
final class Coverage {
    private final Map<String, Problem.Part> parts = new LinkedHashMap<>();

    private Coverage() {}

    /// @throws Problem with every class that is in the way, the layer, and how many more there are
    static void require(ModelSpec model, String where) throws Problem {
        Coverage coverage = new Coverage();
        coverage.look(model, where, 0);
        if (!coverage.parts.isEmpty()) {
            throw Problem.of(new ArrayList<>(coverage.parts.values()));
        }
    }

    private void look(ModelSpec model, String where, int depth) throws Problem {
        if (depth > ModelSpec.DEEPEST) {
            throw Problem.of("keras.noModel", where);
        }
        if (!model.type().equals("Sequential") && !model.functional()) {
            add("keras.subclass", where, model.type());
        }
        for (LayerSpec layer : model.layers()) {
            String place = where + ", " + layer.name();
            if (layer.isModel()) {
                look(ModelSpec.of(layer), place, depth + 1);
            } else if (layer.type().equals("Lambda")) {
                add("keras.lambda", place, layer.shown());
            } else if (!layer.isKeras()) {
                add("keras.custom", place, layer.shown());
            } else if (Layers.of(layer).isEmpty()) {
                add("keras.layer", place, layer.shown());
            }
            if (layer.config().get("layer") instanceof Map<?, ?> inner) {
                look(wrapped(inner), place, depth + 1);
            }
        }
    }

    private static ModelSpec wrapped(Map<?, ?> inner) {
        LayerSpec layer = LayerSpec.of(inner);
        return new ModelSpec(
                "Sequential", layer.name(), false, List.of(layer), List.of(), List.of());
    }

    private void add(String key, String where, String type) {
        parts.merge(type, Problem.Part.of(key, where, type), (first, _) -> first.more());
    }
}
