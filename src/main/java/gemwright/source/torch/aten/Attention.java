package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scaled dot-product attention: `softmax(q·kᵀ·scale + mask)·v` (`torch.nn.functional.
/// scaled_dot_product_attention`).
final class Attention {
    static final Map<String, AtenOperator> ALL =
            new HashMap<>(Map.of("scaled_dot_product_attention", Attention::write));

    private Attention() {}

    private static AtenValue write(Arguments in, AtenGraph g) throws Problem {
        if (in.number("dropout_p") != 0) {
            throw in.refusedFor("aten.training");
        }
        Value query = in.tensor("query");
        Value key = in.tensor("key");
        Value value = in.tensor("value");
        if (in.knows("enable_gqa") && in.truth("enable_gqa")) {
            Size repeats = g.shape(query).get(1).floorQuotient(g.shape(key).get(1));
            key = repeatedHeads(key, repeats, g);
            value = repeatedHeads(value, repeats, g);
        }
        ElementType type = query.type();
        Value scaled = g.op("Mul", query, scale(in, query, g));
        Value scores = g.op("MatMul", scaled, g.transposed(key));
        if (in.truth("is_causal")) {
            if (!in.isNone("attn_mask")) {
                throw in.refused("attn_mask");
            }
            scores = masked(scores, causal(scores, g), type, g);
        }
        Optional<Value> mask = in.optionalTensor("attn_mask");
        if (mask.isPresent()) {
            scores =
                    mask.get().type() == ElementType.BOOL
                            ? masked(scores, mask.get(), type, g)
                            : g.op("Add", scores, g.cast(mask.get(), type));
        }
        Value weights = g.node("Softmax").inputs(scores).attribute("axis", -1L).output();
        return AtenValue.of(g.op("MatMul", weights, value));
    }

    private static Value scale(Arguments in, Value query, AtenGraph g) throws Problem {
        if (!in.isNone("scale")) {
            return g.number(in.number("scale"), query.type());
        }
        Size width = g.shape(query).getLast();
        if (width.isKnown()) {
            return g.number(1 / Math.sqrt((double) width.number().orElseThrow()), query.type());
        }
        Value root = g.op("Sqrt", g.cast(g.scalar(width), query.type()));
        return g.op("Reciprocal", root);
    }

    private static Value masked(Value scores, Value kept, ElementType type, AtenGraph g) {
        return g.op("Where", kept, scores, g.number(Double.NEGATIVE_INFINITY, type));
    }

    /// Nobody looks ahead.
    private static Value causal(Value scores, AtenGraph g) throws Problem {
        List<Size> sizes = g.shape(scores);
        List<Size> square = sizes.subList(sizes.size() - 2, sizes.size());
        Value ones =
                g.node("ConstantOfShape")
                        .inputs(g.vector(square))
                        .attribute("value", AtenGraph.filled("", 1, ElementType.INT64, 1))
                        .output()
                        .as(ElementType.INT64);
        Value lower = g.node("Trilu").inputs(ones).attribute("upper", 0L).output();
        return g.cast(lower, ElementType.BOOL);
    }

    /// Each head of keys serves several of queries.
    private static Value repeatedHeads(Value x, Size repeats, AtenGraph g) throws Problem {
        List<Size> s = g.shape(x);
        List<Size> wide = List.of(s.get(0), s.get(1), repeats, s.get(2), s.get(3));
        Value stretched = Movements.expanded(g.unsqueeze(x, 2), wide, g);
        return g.reshape(stretched, List.of(s.get(0), s.get(1).times(repeats), s.get(2), s.get(3)));
    }
}
