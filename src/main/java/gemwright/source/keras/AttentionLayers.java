package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Attention between sequences.
final class AttentionLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.put("MultiHeadAttention", AttentionLayers::heads);
        ALL.put("Attention", AttentionLayers::plain);
    }

    /// What Keras adds where nothing may be seen.
    private static final float UNSEEN = -3e4f;

    private static final long LARGEST_MASK = 1 << 22;

    private AttentionLayers() {}

    /// Called with query, value and, where it differs from the value, key. Kernels lie as
    /// `[features, heads, size]`, that of the output as `[heads, size, features]`.
    private static List<Value> heads(LayerCall in, SizedGraph g) throws Problem {
        Settings settings = in.settings();
        long heads = settings.whole("num_heads", 1);
        long size = settings.whole("key_dim", 1);
        settings.ignore("value_dim", "flash_attention", "query_shape", "key_shape", "value_shape");
        long[] axes = settings.wholes("attention_axes");
        if (axes.length > 1 || (axes.length == 1 && axes[0] != 1)) {
            throw settings.refused("attention_axes");
        }
        List<Value> called = in.inputsAnd("value", "key");
        Value query = called.getFirst();
        Value value = called.size() > 1 ? called.get(1) : query;
        Value key = called.size() > 2 ? called.get(2) : value;
        if (g.rank(query) != 3 || g.rank(value) != 3) {
            throw settings.refused("attention_axes");
        }
        Value q = split(projected(in, query, "query", g), heads, g);
        Value k = split(projected(in, key, "key", g), heads, g);
        Value v = split(projected(in, value, "value", g), heads, g);
        Value scaled = g.op("Mul", q, g.number(1 / Math.sqrt((double) size), q.type()));
        Value scores = g.op("MatMul", scaled, g.transpose(k, 0, 1, 3, 2));
        Value chances = chances(scores, in, g);
        Value mixed = g.transpose(g.op("MatMul", chances, v), 0, 2, 1, 3);
        Value joined = g.reshape(mixed, 0, 0, -1);
        return List.of(output(in, joined, g));
    }

    /// What each place of the query may look at: where only what came before, the rest gets a
    /// chance of zero.
    private static Value chances(Value scores, LayerCall in, SizedGraph g) throws Problem {
        Value seen = scores;
        if (Boolean.TRUE.equals(in.keywords().get("use_causal_mask"))) {
            List<Size> sizes = g.shape(scores);
            long to = sizes.get(sizes.size() - 2).number().orElse(0);
            long from = sizes.getLast().number().orElse(0);
            if (to < 1 || from < 1 || to * from > LARGEST_MASK) {
                throw in.refused("keras.argument", "use_causal_mask");
            }
            float[] mask = new float[(int) (to * from)];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = i % from > i / from ? UNSEEN : 0;
            }
            seen = g.op("Add", scores, g.constant(Tensor.of("mask", mask, to, from)));
        }
        return g.node("Softmax").inputs(seen).attribute("axis", -1).output();
    }

    private static Value projected(LayerCall in, Value x, String name, SizedGraph g)
            throws Problem {
        Weights weights = in.weights().within(name + "_dense", name);
        Tensor kernel = LayerCall.floats(weights.take("kernel"));
        Longs shape = kernel.shape();
        if (shape.size() != 3) {
            throw in.refused("keras.weight", name);
        }
        long width = shape.at(1) * shape.at(2);
        Value y = g.op("MatMul", x, g.constant(reshaped(kernel, shape.at(0), width)));
        return in.settings().truth("use_bias", true)
                ? g.op("Add", y, g.constant(reshaped(weights.take("bias"), width)))
                : y;
    }

    private static Tensor reshaped(Tensor tensor, long... shape) {
        Tensor floats = LayerCall.floats(tensor);
        return floats.with(floats.type(), Longs.of(shape), floats.data());
    }

    /// `[batch, time, heads · size]` to `[batch, heads, time, size]`.
    private static Value split(Value x, long heads, SizedGraph g) throws Problem {
        long width = g.shape(x).getLast().number().orElse(0);
        return g.transpose(g.reshape(x, 0, 0, heads, width / Math.max(1, heads)), 0, 2, 1, 3);
    }

    private static Value output(LayerCall in, Value x, SizedGraph g) throws Problem {
        Weights weights = in.weights().within("output_dense", "attention_output");
        Tensor kernel = LayerCall.floats(weights.take("kernel"));
        Longs shape = kernel.shape();
        if (shape.size() != 3) {
            throw in.refused("keras.weight", "attention_output");
        }
        Tensor matrix = reshaped(kernel, shape.at(0) * shape.at(1), shape.at(2));
        Value y = g.op("MatMul", x, g.constant(matrix));
        return in.settings().truth("use_bias", true)
                ? g.op("Add", y, g.constant(LayerCall.floats(weights.take("bias"))))
                : y;
    }

    /// Luong's: called with query, value and key.
    private static List<Value> plain(LayerCall in, SizedGraph g) throws Problem {
        List<Value> called = in.inputsAnd("value", "key");
        if (called.size() < 2 || !in.settings().text("score_mode", "dot").equals("dot")) {
            throw in.settings().refused("score_mode");
        }
        if (in.settings().truth("use_scale", false)) {
            throw in.settings().refused("use_scale");
        }
        Value query = called.get(0);
        Value value = called.get(1);
        Value key = called.size() > 2 ? called.get(2) : value;
        Value scores = g.op("MatMul", query, g.transpose(key, 0, 2, 1));
        Value chances = chances(scores, in, g);
        return List.of(g.op("MatMul", chances, value));
    }
}
