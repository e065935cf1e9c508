package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Layers around another layer.
final class WrapperLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.put("Bidirectional", WrapperLayers::bidirectional);
        ALL.put("TimeDistributed", WrapperLayers::distributed);
        ALL.put("SpectralNormalization", WrapperLayers::wrapped);
    }

    private WrapperLayers() {}

    private static LayerSpec inner(LayerCall in, String key) throws Problem {
        if (in.settings().value(key) instanceof Map<?, ?> layer) {
            return LayerSpec.of(layer);
        }
        throw in.settings().refused(key);
    }

    private static LayerCall call(
            LayerCall in, LayerSpec layer, Weights weights, List<Value> inputs) {
        Settings settings =
                new Settings(layer.config(), in.settings().where() + ", " + layer.name());
        return new LayerCall(layer.type(), settings, weights, inputs, Map.of(), in.release());
    }

    private static List<Value> bidirectional(LayerCall in, SizedGraph g) throws Problem {
        LayerSpec forward = inner(in, "layer");
        LayerSpec backward =
                in.settings().has("backward_layer") ? inner(in, "backward_layer") : forward;
        in.settings().ignore("return_sequences", "return_state", "stateful");
        if (!RecurrentLayers.ALL.containsKey(forward.type()) || in.inputs().size() != 1) {
            throw in.refused("keras.layer", "Bidirectional(" + forward.type() + ")");
        }
        LayerCall ahead =
                call(in, forward, in.weights().ofPair("forward_layer", false), in.inputs());
        LayerCall behind =
                call(in, backward, in.weights().ofPair("backward_layer", true), in.inputs());
        RecurrentLayers.Run first = RecurrentLayers.alone(ahead, g);
        RecurrentLayers.Run second = RecurrentLayers.run(behind, true, g);
        ahead.settings().requireConsumed();
        behind.settings().requireConsumed();
        List<Value> results = new ArrayList<>(merged(in, first.output(), second.output(), g));
        results.addAll(first.states());
        results.addAll(second.states());
        return results;
    }

    /// Both as one; as they are where the mode is null.
    private static List<Value> merged(LayerCall in, Value a, Value b, SizedGraph g) throws Problem {
        if (!in.settings().has("merge_mode")) {
            return List.of(a, b);
        }
        return List.of(
                switch (in.settings().text("merge_mode", "concat")) {
                    case "concat" -> g.node("Concat").inputs(a, b).attribute("axis", -1).output();
                    case "sum" -> g.op("Add", a, b);
                    case "mul" -> g.op("Mul", a, b);
                    case "ave" -> g.op("Div", g.op("Add", a, b), g.number(2, a.type()));
                    default -> throw in.settings().refused("merge_mode");
                });
    }

    /// Time joins the batch, and leaves it again.
    private static List<Value> distributed(LayerCall in, SizedGraph g) throws Problem {
        LayerSpec layer = inner(in, "layer");
        Value x = in.input();
        List<Size> sizes = g.shape(x);
        List<Size> joined = new ArrayList<>(List.of(sizes.get(0).times(sizes.get(1))));
        joined.addAll(sizes.subList(2, sizes.size()));
        LayerCall call =
                call(in, layer, in.weights().within("layer", ""), List.of(g.reshape(x, joined)));
        Layer writing =
                Layers.of(layer).orElseThrow(() -> in.refused("keras.layer", layer.shown()));
        List<Value> out = writing.write(call, g);
        call.settings().requireConsumed();
        List<Size> apart = new ArrayList<>(sizes.subList(0, 2));
        List<Size> given = g.shape(out.getFirst());
        apart.addAll(given.subList(1, given.size()));
        return List.of(g.reshape(out.getFirst(), apart));
    }

    /// The kernel was normalized when the model was trained.
    private static List<Value> wrapped(LayerCall in, SizedGraph g) throws Problem {
        LayerSpec layer = inner(in, "layer");
        in.settings().ignore("power_iterations");
        LayerCall call = call(in, layer, in.weights().within("layer", ""), in.inputs());
        Layer writing =
                Layers.of(layer).orElseThrow(() -> in.refused("keras.layer", layer.shown()));
        List<Value> out = writing.write(call, g);
        call.settings().requireConsumed();
        return out;
    }
}
