package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fast paths of `nn.MultiheadAttention` and `nn.TransformerEncoderLayer`, which a trace
/// without gradients takes (`aten/src/ATen/native/transformers/{attention,transformer}.cpp` of
/// PyTorch 2.9).
final class FastTransformer {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("_native_multi_head_attention", FastTransformer::attention);
        ALL.put("_transformer_encoder_layer_fwd", FastTransformer::encoderLayer);
    }

    private FastTransformer() {}

    private static AtenValue attention(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("query");
        if (!x.equals(in.tensor("key")) || !x.equals(in.tensor("value"))) {
            throw in.refused("key");
        }
        List<Value> result = attend(x, "num_head", in, g);
        if (!in.truth("need_weights")) {
            in.ignore("average_attn_weights");
            return new AtenValue.Items(List.of(AtenValue.of(result.get(0)), AtenValue.None.VALUE));
        }
        Value weights = result.get(1);
        if (in.truth("average_attn_weights")) {
            weights =
                    g.node("ReduceMean")
                            .inputs(weights, g.vector(1))
                            .attribute("keepdims", 0L)
                            .output();
        }
        return AtenValue.Items.ofTensors(List.of(result.get(0), weights));
    }

    /// The projected sum of values, and the weights `[batch, heads, to, from]`.
    private static List<Value> attend(Value x, String heads, Arguments in, AtenGraph g)
            throws Problem {
        List<Size> sizes = g.shape(x);
        if (sizes.size() != 3) {
            throw in.refusedFor("aten.unbatched", sizes.size(), "3");
        }
        Size count = in.size(heads);
        Size width = in.size("embed_dim").floorQuotient(count);
        Value all = Products.linear(x, in.tensor("qkv_weight"), in.optionalTensor("qkv_bias"), g);
        Value cut = g.reshape(all, List.of(sizes.get(0), sizes.get(1), Size.of(3), count, width));
        Value turned = g.transpose(cut, 2, 0, 3, 1, 4);
        Value query = part(turned, 0, g);
        Value key = part(turned, 1, g);
        Value value = part(turned, 2, g);
        double scale = 1 / Math.sqrt((double) Movements.known(width, in));
        Value scaled = g.op("Mul", query, g.number(scale, query.type()));
        Value scores = masked(g.op("MatMul", scaled, g.transposed(key)), in, g);
        Value weights = g.node("Softmax").inputs(scores).attribute("axis", -1L).output();
        Value joined = g.transpose(g.op("MatMul", weights, value), 0, 2, 1, 3);
        Value flat = g.reshape(joined, List.of(sizes.get(0), sizes.get(1), count.times(width)));
        Optional<Value> bias = in.optionalTensor("proj_bias");
        return List.of(Products.linear(flat, in.tensor("proj_weight"), bias, g), weights);
    }

    private static Value part(Value all, long index, AtenGraph g) {
        return g.node("Gather")
                .inputs(all, g.scalar(Size.of(index)))
                .attribute("axis", 0L)
                .output();
    }

    /// A mask says what is left out, by anything but 0: of kind 0 between places, of kind 1 of each
    /// sample, of kind 2 for each head.
    private static Value masked(Value scores, Arguments in, AtenGraph g) throws Problem {
        Optional<Value> mask = in.optionalTensor("mask");
        if (mask.isEmpty()) {
            in.ignore("mask_type");
            return scores;
        }
        long kind = in.optionalWhole("mask_type").orElse(-1L);
        if (kind < 0 || kind > 2) {
            throw in.refused("mask_type");
        }
        Value left = g.cast(mask.get(), ElementType.BOOL);
        Value wide = kind == 1 ? g.unsqueeze(left, 1, 2) : left;
        return g.op("Where", wide, g.number(Double.NEGATIVE_INFINITY, scores.type()), scores);
    }

    private static AtenValue encoderLayer(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("src");
        boolean first = in.truth("norm_first");
        Value attended = attend(first ? normed(x, "1", in, g) : x, "num_heads", in, g).getFirst();
        Value sum = g.op("Add", attended, x);
        Value middle = first ? sum : normed(sum, "1", in, g);
        Value inner = first ? normed(middle, "2", in, g) : middle;
        Value wide = feed(inner, "1", in, g);
        Value active =
                in.truth("use_gelu") ? g.node("Gelu").inputs(wide).output() : g.op("Relu", wide);
        Value out = g.op("Add", feed(active, "2", in, g), middle);
        return AtenValue.of(first ? out : normed(out, "2", in, g));
    }

    private static Value feed(Value x, String number, Arguments in, AtenGraph g) throws Problem {
        Optional<Value> bias = in.optionalTensor("ffn_bias_" + number);
        return Products.linear(x, in.tensor("ffn_weight_" + number), bias, g);
    }

    private static Value normed(Value x, String number, Arguments in, AtenGraph g) throws Problem {
        NodeBuilder node =
                g.node("LayerNormalization")
                        .inputs(
                                x,
                                in.tensor("norm_weight_" + number),
                                in.tensor("norm_bias_" + number));
        return node.attribute("axis", -1L).attribute("epsilon", (float) in.number("eps")).output();
    }
}
