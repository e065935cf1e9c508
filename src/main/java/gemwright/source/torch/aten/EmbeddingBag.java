package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.List;

/// `embedding_bag(weight, indices, offsets, …)`: rows of a table, summed, averaged, or the largest
/// of each column. Bags of the same length come as offsets that are multiples of it, which PyTorch
/// makes of two-dimensional indices; other offsets are refused.
final class EmbeddingBag {
    private static final List<String> BY_MODE = List.of("ReduceSum", "ReduceMean", "ReduceMax");

    private EmbeddingBag() {}

    static AtenValue write(Arguments in, AtenGraph g) throws Problem {
        in.ignore("scale_grad_by_freq", "sparse");
        if (!in.isNone("per_sample_weights")) {
            throw in.refused("per_sample_weights");
        }
        // In the decomposed form -1 is none; in the other it would be the last row.
        boolean none =
                in.operator().startsWith("_")
                        && in.value("padding_idx").equals(AtenValue.Whole.of(-1));
        boolean padded = in.knows("padding_idx") && !in.isNone("padding_idx") && !none;
        long mode = in.whole("mode");
        if (padded || mode < 0 || mode > 2) {
            throw in.refused(padded ? "padding_idx" : "mode");
        }
        Value offsets = in.tensor("offsets");
        g.shapes().advance();
        List<Size> bags = g.shape(offsets);
        Size step = Steps.of(offsets, g);
        Size count = Movements.product(g.shape(in.tensor("indices")));
        boolean even = bags.size() == 1 && bags.getFirst().times(step).equals(count);
        if (!even || step.is(0) || in.truth("include_last_offset")) {
            throw in.refused("offsets");
        }
        Value rows = g.op("Gather", in.tensor("weight"), in.index("indices"));
        List<Size> table = g.shape(in.tensor("weight"));
        Value cut = g.reshape(rows, List.of(bags.getFirst(), step, table.get(1)));
        Value bag =
                g.node(BY_MODE.get((int) mode))
                        .inputs(cut, g.vector(1))
                        .attribute("keepdims", 0L)
                        .output();
        return new AtenValue.Items(
                List.of(
                        AtenValue.of(bag),
                        AtenValue.None.VALUE,
                        AtenValue.None.VALUE,
                        AtenValue.None.VALUE));
    }
}
