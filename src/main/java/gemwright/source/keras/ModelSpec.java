package gemwright.source.keras;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A model's configuration: its layers, and how they are connected.
///
/// @param functional whether each layer says what it is called with; else they follow each other
/// @param inputs `[layer, call, tensor]` each
/// @param outputs likewise
record ModelSpec(
        String type,
        String name,
        boolean functional,
        List<LayerSpec> layers,
        List<Place> inputs,
        List<Place> outputs) {
    static final int DEEPEST = 50;

    /// A tensor that a layer gives.
    ///
    /// @param call which of the layer's calls
    /// @param tensor which of its outputs
    record Place(String layer, int call, int tensor) {}

    static ModelSpec of(Map<?, ?> entry) {
        return of(LayerSpec.of(entry));
    }

    static ModelSpec of(LayerSpec model) {
        Map<?, ?> config = model.config();
        List<LayerSpec> layers = new ArrayList<>();
        if (config.get("layers") instanceof List<?> list) {
            for (Object layer : list) {
                if (layer instanceof Map<?, ?> map) {
                    layers.add(LayerSpec.of(map));
                }
            }
        }
        return new ModelSpec(
                model.type(),
                model.name(),
                config.get("input_layers") != null,
                List.copyOf(layers),
                places(config.get("input_layers")),
                places(config.get("output_layers")));
    }

    /// One place, a list of them, or a map by name.
    static List<Place> places(@Nullable Object given) {
        List<Place> places = new ArrayList<>();
        gather(given, places, 0);
        return places;
    }

    private static void gather(@Nullable Object given, List<Place> places, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (given instanceof List<?> list
                && list.size() >= 3
                && list.get(0) instanceof String layer
                && list.get(1) instanceof Long call
                && list.get(2) instanceof Long tensor) {
            places.add(new Place(layer, call.intValue(), tensor.intValue()));
        } else if (given instanceof List<?> list) {
            list.forEach(each -> gather(each, places, depth + 1));
        } else if (given instanceof Map<?, ?> map) {
            map.values().forEach(each -> gather(each, places, depth + 1));
        }
    }
}
