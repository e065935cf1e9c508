package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parts of tensors, by place or by index.
final class Indexing {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("select", Indexing::select);
        ALL.put("slice", Indexing::slice);
        ALL.put("narrow", Indexing::narrow);
        ALL.put("slice_scatter", Indexing::sliceScatter);
        ALL.put("select_scatter", Indexing::selectScatter);
        for (String name :
                List.of("split", "unsafe_split", "split_with_sizes", "unsafe_split_with_sizes")) {
            ALL.put(name, Indexing::split);
        }
        ALL.put("chunk", Indexing::chunk);
        ALL.put("unsafe_chunk", Indexing::chunk);
        ALL.put("unbind", Indexing::unbind);
        ALL.put("index_select", Indexing::indexSelect);
        ALL.put("gather", Indexing::gather);
        ALL.put("take_along_dim", Indexing::takeAlongDim);
        ALL.put("index", IndexByTensors::index);
        ALL.put("_unsafe_index", IndexByTensors::index);
        ALL.put("embedding", Indexing::embedding);
        ALL.put("embedding_bag", EmbeddingBag::write);
        ALL.put("_embedding_bag", EmbeddingBag::write);
        ALL.put("nonzero", Indexing::nonZero);
        ALL.put("scatter", Indexing::scatter);
        ALL.put("scatter_add", Indexing::scatterAdd);
        ALL.put("topk", Indexing::topK);
        ALL.put("sort", Indexing::sort);
        ALL.put("argsort", Indexing::argSort);
        ALL.put("tril", (in, g) -> triangle(in, g, 0));
        ALL.put("triu", (in, g) -> triangle(in, g, 1));
        ALL.put("one_hot", Indexing::oneHot);
    }

    private Indexing() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    private static int axis(Arguments in, Value x, AtenGraph g) throws Problem {
        return g.axis(in.whole("dim"), g.rank(x), in, "dim");
    }

    private static AtenValue select(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(
                g.node("Gather")
                        .inputs(x, g.scalar(in.size("index")))
                        .attribute("axis", (long) axis(in, x, g))
                        .output());
    }

    private static AtenValue slice(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        Size start = in.isNone("start") ? Size.ZERO : in.size("start");
        Size end = in.isNone("end") ? Size.of(Long.MAX_VALUE) : in.size("end");
        long step = in.whole("step");
        boolean whole = start.is(0) && step == 1;
        if (whole && (end.is(Long.MAX_VALUE) || end.equals(g.shape(x).get(axis)))) {
            return of(x);
        }
        return of(cut(x, axis, start, end, step, g));
    }

    private static Value cut(Value x, long axis, Size start, Size end, long step, AtenGraph g) {
        Value from = g.vector(List.of(start));
        Value to = g.vector(List.of(end));
        return step == 1
                ? g.op("Slice", x, from, to, g.vector(axis))
                : g.op("Slice", x, from, to, g.vector(axis), g.vector(step));
    }

    /// The tensor with another part between two places of an axis.
    private static AtenValue sliceScatter(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        Size size = g.shape(x).get(axis);
        Size start = Places.within(in.isNone("start") ? Size.ZERO : in.size("start"), size);
        Size end = Places.within(in.isNone("end") ? size : in.size("end"), size);
        if (in.whole("step") != 1) {
            throw in.refused("step");
        }
        return of(around(x, g.cast(in.tensor("src"), x.type()), axis, start, end, g));
    }

    private static AtenValue selectScatter(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        Size index = Places.within(in.size("index"), g.shape(x).get(axis));
        Value part = g.unsqueeze(g.cast(in.tensor("src"), x.type()), axis);
        return of(around(x, part, axis, index, index.plus(Size.ONE), g));
    }

    private static Value around(Value x, Value part, int axis, Size start, Size end, AtenGraph g)
            throws Problem {
        List<Size> sizes = g.shape(x);
        List<Value> parts = new ArrayList<>();
        if (!start.is(0)) {
            parts.add(cut(x, axis, Size.ZERO, start, 1, g));
        }
        parts.add(part);
        if (!end.equals(sizes.get(axis))) {
            parts.add(cut(x, axis, end, Size.of(Long.MAX_VALUE), 1, g));
        }
        return parts.size() == 1
                ? part
                : g.learnt(
                        g.node("Concat").inputs(parts).attribute("axis", (long) axis).output(),
                        sizes);
    }

    private static AtenValue narrow(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Size start = in.size("start");
        return of(cut(x, axis(in, x, g), start, start.plus(in.size("length")), 1, g));
    }

    private static AtenValue split(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        String name =
                in.knows("split_size")
                        ? "split_size"
                        : in.knows("split_sizes") ? "split_sizes" : "split_size";
        if (in.value(name) instanceof AtenValue.Items) {
            return parts(x, axis, in.sizes(name), g);
        }
        long n = Movements.known(g.shape(x).get(axis), in);
        return parts(x, axis, even(n, in.whole(name)), g);
    }

    private static List<Size> even(long n, long part) {
        List<Size> sizes = new ArrayList<>();
        for (long left = n; left > 0 && part > 0; left -= part) {
            sizes.add(Size.of(Math.min(part, left)));
        }
        return sizes;
    }

    private static AtenValue parts(Value x, int axis, List<Size> sizes, AtenGraph g) {
        if (sizes.size() == 1) {
            return new AtenValue.Items(List.of(of(x)));
        }
        return AtenValue.Items.ofTensors(
                g.node("Split")
                        .inputs(x, g.vector(sizes))
                        .attribute("axis", (long) axis)
                        .outputs(sizes.size()));
    }

    private static AtenValue chunk(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        long n = Movements.known(g.shape(x).get(axis), in);
        return parts(x, axis, even(n, Math.ceilDiv(n, in.whole("chunks"))), g);
    }

    private static AtenValue unbind(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        long n = Movements.known(g.shape(x).get(axis), in);
        List<Value> single = new ArrayList<>();
        for (long i = 0; i < n; i++) {
            single.add(
                    g.node("Gather")
                            .inputs(x, g.scalar(Size.of(i)))
                            .attribute("axis", (long) axis)
                            .output());
        }
        return AtenValue.Items.ofTensors(single);
    }

    private static AtenValue indexSelect(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        return of(
                g.node("Gather")
                        .inputs(x, in.index("index"))
                        .attribute("axis", (long) axis(in, x, g))
                        .output());
    }

    private static AtenValue gather(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        in.ignore("sparse_grad");
        return of(
                g.node("GatherElements")
                        .inputs(x, in.index("index"))
                        .attribute("axis", (long) axis(in, x, g))
                        .output());
    }

    private static AtenValue takeAlongDim(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value indices = in.index("indices");
        if (in.isNone("dim")) {
            x = g.reshape(x, -1);
            indices = g.reshape(indices, -1);
        }
        int axis = in.isNone("dim") ? 0 : axis(in, x, g);
        List<Size> sizes = new ArrayList<>(g.shape(x));
        List<Size> wide = new ArrayList<>(g.shape(indices));
        if (sizes.size() != wide.size()) {
            throw in.refused("indices");
        }
        for (int i = 0; i < sizes.size(); i++) {
            if (i != axis && wide.get(i).is(1)) {
                wide.set(i, sizes.get(i));
            } else if (i != axis && sizes.get(i).is(1)) {
                sizes.set(i, wide.get(i));
            }
        }
        x = Movements.expanded(x, sizes, g);
        indices = Movements.expanded(indices, wide, g);
        return of(
                g.node("GatherElements")
                        .inputs(x, indices)
                        .attribute("axis", (long) axis)
                        .output());
    }

    private static AtenValue embedding(Arguments in, AtenGraph g) throws Problem {
        in.ignore("padding_idx", "scale_grad_by_freq", "sparse");
        return of(g.op("Gather", in.tensor("weight"), in.index("indices")));
    }

    private static AtenValue nonZero(Arguments in, AtenGraph g) throws Problem {
        return of(g.transpose(g.op("NonZero", in.tensor("self")), 1, 0));
    }

    private static AtenValue scatter(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value index = in.index("index");
        if (in.knows("reduce")) {
            throw in.refused("reduce");
        }
        Value source =
                in.knows("src")
                        ? in.tensor("src")
                        : Movements.expanded(
                                Promotion.in(in.value("value"), x.type(), g, in, "value"),
                                g.shape(index),
                                g);
        requireFitting(index, source, in, g);
        return of(
                g.node("ScatterElements")
                        .inputs(x, index, source)
                        .attribute("axis", (long) axis(in, x, g))
                        .output());
    }

    /// PyTorch reads only as much of the source as there are indices; ONNX wants the same shape.
    private static void requireFitting(Value index, Value source, Arguments in, AtenGraph g)
            throws Problem {
        if (!g.shape(index).equals(g.shape(source))) {
            throw in.refused("index");
        }
    }

    private static AtenValue scatterAdd(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        requireFitting(in.index("index"), in.tensor("src"), in, g);
        return of(
                g.node("ScatterElements")
                        .inputs(x, in.index("index"), in.tensor("src"))
                        .attribute("axis", (long) axis(in, x, g))
                        .attribute("reduction", "add")
                        .output());
    }

    private static AtenValue topK(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        Value k = g.vector(List.of(in.size("k")));
        boolean largest = in.truth("largest");
        in.ignore("sorted");
        return AtenValue.Items.ofTensors(ordered(x, k, axis(in, x, g), largest, g));
    }

    private static List<Value> ordered(Value x, Value k, long axis, boolean largest, AtenGraph g) {
        return g.node("TopK")
                .inputs(x, k)
                .attribute("axis", axis)
                .attribute("largest", largest ? 1L : 0L)
                .outputs(2);
    }

    private static AtenValue sort(Arguments in, AtenGraph g) throws Problem {
        in.ignore("stable");
        return AtenValue.Items.ofTensors(sorted(in, g));
    }

    private static AtenValue argSort(Arguments in, AtenGraph g) throws Problem {
        in.ignore("stable");
        return of(sorted(in, g).get(1));
    }

    private static List<Value> sorted(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        int axis = axis(in, x, g);
        Value all = g.vector(List.of(g.shape(x).get(axis)));
        return ordered(x, all, axis, in.truth("descending"), g);
    }

    private static AtenValue triangle(Arguments in, AtenGraph g, long upper) throws Problem {
        Value x = in.tensor("self");
        Value k = g.scalar(in.size("diagonal"));
        return of(g.node("Trilu").inputs(x, k).attribute("upper", upper).output());
    }

    private static AtenValue oneHot(Arguments in, AtenGraph g) throws Problem {
        Value x = in.index("self");
        long classes = in.whole("num_classes");
        if (classes < 0) {
            throw in.refused("num_classes");
        }
        return of(g.op("OneHot", x, g.number(classes, ElementType.INT64), g.vector(0, 1)));
    }
}
