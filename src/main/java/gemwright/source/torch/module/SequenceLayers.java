package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.Aten;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.aten.ScalarTypes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Embeddings, recurrent layers and transformer encoders.
final class SequenceLayers {
    static final Map<String, LayerWriter> ALL = new HashMap<>();

    private static final String TRANSFORMER = "torch.nn.modules.transformer.";

    static {
        ALL.put("torch.nn.modules.sparse.Embedding", SequenceLayers::embedding);
        ALL.put("torch.nn.modules.rnn.LSTM", (l, x, g) -> recurrent(l, "lstm", 4, x, g));
        ALL.put("torch.nn.modules.rnn.GRU", (l, x, g) -> recurrent(l, "gru", 3, x, g));
        ALL.put("torch.nn.modules.rnn.RNN", SequenceLayers::simple);
        ALL.put(TRANSFORMER + "TransformerEncoderLayer", SequenceLayers::encoderLayer);
        ALL.put(TRANSFORMER + "TransformerEncoder", SequenceLayers::encoder);
    }

    private SequenceLayers() {}

    private static AtenValue embedding(Layer layer, Value x, AtenGraph g) throws Problem {
        if (!(layer.attribute("max_norm", AtenValue.None.VALUE) instanceof AtenValue.None)) {
            throw layer.refused("max_norm");
        }
        Value table = layer.tensor("weight", g);
        return Aten.call("embedding", List.of(AtenValue.of(table), AtenValue.of(x)), Map.of(), g);
    }

    private static AtenValue simple(Layer layer, Value x, AtenGraph g) throws Problem {
        String activation = layer.text("nonlinearity", "tanh");
        return recurrent(layer, "rnn_" + activation, 1, x, g);
    }

    private static AtenValue recurrent(
            Layer layer, String operator, int gates, Value x, AtenGraph g) throws Problem {
        if (!layer.attribute("proj_size", AtenValue.Whole.of(0)).equals(AtenValue.Whole.of(0))) {
            throw layer.refused("proj_size");
        }
        if (g.rank(x) != 3) {
            throw Problem.of("aten.unbatched", "", operator, g.rank(x), 3);
        }
        boolean bias = layer.truth("bias", true);
        boolean both = layer.truth("bidirectional", false);
        boolean batchFirst = layer.truth("batch_first", false);
        long count = whole(layer, "num_layers");
        long units = whole(layer, "hidden_size");
        List<AtenValue> parameters = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            for (String end : both ? List.of("", "_reverse") : List.of("")) {
                for (String kind : kinds(bias)) {
                    parameters.add(AtenValue.of(layer.tensor(kind + "_l" + i + end, g)));
                }
            }
        }
        Size batch = g.shape(x).get(batchFirst ? 0 : 1);
        AtenValue state =
                zeros(List.of(Size.of(count * (both ? 2 : 1)), batch, Size.of(units)), x.type(), g);
        boolean pair = gates == 4;
        return Aten.call(
                operator,
                List.of(
                        AtenValue.of(x),
                        pair ? new AtenValue.Items(List.of(state, state)) : state,
                        new AtenValue.Items(parameters),
                        new AtenValue.Truth(bias),
                        AtenValue.Whole.of(count),
                        new AtenValue.Real(0),
                        new AtenValue.Truth(false),
                        new AtenValue.Truth(both),
                        new AtenValue.Truth(batchFirst)),
                Map.of(),
                g);
    }

    private static List<String> kinds(boolean bias) {
        List<String> weights = List.of("weight_ih", "weight_hh");
        return bias ? List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh") : weights;
    }

    private static long whole(Layer layer, String name) throws Problem {
        if (layer.attribute(name) instanceof AtenValue.Whole(Size size) && size.isKnown()) {
            return size.number().orElseThrow();
        }
        throw layer.refused(name);
    }

    private static AtenValue zeros(List<Size> sizes, ElementType type, AtenGraph g) throws Problem {
        List<AtenValue> items = new ArrayList<>();
        sizes.forEach(size -> items.add(new AtenValue.Whole(size)));
        AtenValue code = AtenValue.Whole.of(ScalarTypes.code(type).orElseThrow());
        return Aten.call("zeros", List.of(new AtenValue.Items(items)), Map.of("dtype", code), g);
    }

    private static AtenValue encoder(Layer layer, Value x, AtenGraph g) throws Problem {
        Value result = x;
        for (Layer inner : layer.child("layers").map(Layer::children).orElse(List.of())) {
            result = SimpleLayers.value(encoderLayer(inner, result, g));
        }
        Optional<Layer> norm = layer.child("norm");
        return norm.isPresent() ? Layers.write(norm.get(), result, g) : AtenValue.of(result);
    }

    /// `_transformer_encoder_layer_fwd` does what `forward` does, batch first.
    private static AtenValue encoderLayer(Layer layer, Value x, AtenGraph g) throws Problem {
        Layer attention = part(layer, "self_attn");
        if (!layer.type().equals(TRANSFORMER + "TransformerEncoderLayer")
                || !attention.truth("_qkv_same_embed_dim", true)
                || !(attention.parameter("bias_k", g) instanceof AtenValue.None)
                || attention.truth("add_zero_attn", false)) {
            throw layer.refused("self_attn");
        }
        boolean batchFirst = attention.truth("batch_first", false);
        Value first = batchFirst ? x : turned(x, g);
        List<AtenValue> in = new ArrayList<>();
        in.add(AtenValue.of(first));
        in.add(attention.attribute("embed_dim"));
        in.add(attention.attribute("num_heads"));
        in.add(attention.parameter("in_proj_weight", g));
        in.add(attention.parameter("in_proj_bias", g));
        weights(part(attention, "out_proj"), in, g);
        in.add(new AtenValue.Truth(isGelu(layer)));
        in.add(new AtenValue.Truth(layer.truth("norm_first", false)));
        in.add(part(layer, "norm1").attribute("eps"));
        weights(part(layer, "norm1"), in, g);
        weights(part(layer, "norm2"), in, g);
        weights(part(layer, "linear1"), in, g);
        weights(part(layer, "linear2"), in, g);
        if (in.stream().anyMatch(AtenValue.None.class::isInstance)
                || !part(layer, "norm1")
                        .attribute("eps")
                        .equals(part(layer, "norm2").attribute("eps"))) {
            throw layer.refused("bias");
        }
        AtenValue result = Aten.call("_transformer_encoder_layer_fwd", in, Map.of(), g);
        return batchFirst ? result : AtenValue.of(turned(SimpleLayers.value(result), g));
    }

    private static Layer part(Layer layer, String name) throws Problem {
        Optional<Layer> part = layer.child(name);
        if (part.isEmpty()) {
            throw layer.refused(name);
        }
        return part.get();
    }

    private static void weights(Layer layer, List<AtenValue> in, AtenGraph g) throws Problem {
        in.add(layer.parameter("weight", g));
        in.add(layer.parameter("bias", g));
    }

    /// The activation is a function or a layer; only two are on the fast path.
    private static boolean isGelu(Layer layer) throws Problem {
        Optional<Layer> inner = layer.child("activation");
        boolean exact = inner.isEmpty() || inner.get().text("approximate", "none").equals("none");
        String name =
                inner.map(l -> l.type().substring(l.type().lastIndexOf('.') + 1))
                        .orElse(layer.text("activation", ""));
        return switch (name) {
            case "relu", "ReLU" -> false;
            case "gelu", "GELU" -> {
                if (!exact) {
                    throw layer.refused("activation");
                }
                yield true;
            }
            default -> throw layer.refused("activation");
        };
    }

    private static Value turned(Value x, AtenGraph g) throws Problem {
        AtenValue zero = AtenValue.Whole.of(0);
        return SimpleLayers.value(
                SimpleLayers.call("transpose", g, x, zero, AtenValue.Whole.of(1)));
    }
}
