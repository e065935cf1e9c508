package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One element of many, along axes.
final class Reductions {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("mean", Reductions::mean);
        ALL.put("sum", (in, g) -> added(in, g, "ReduceSum"));
        ALL.put("prod", (in, g) -> added(in, g, "ReduceProd"));
        ALL.put("amax", (in, g) -> of(reduced(in.tensor("self"), "ReduceMax", in, g)));
        ALL.put("amin", (in, g) -> of(reduced(in.tensor("self"), "ReduceMin", in, g)));
        ALL.put("max", (in, g) -> extreme(in, g, "Max"));
        ALL.put("min", (in, g) -> extreme(in, g, "Min"));
        ALL.put("argmax", (in, g) -> place(in, g, "ArgMax"));
        ALL.put("argmin", (in, g) -> place(in, g, "ArgMin"));
        ALL.put("any", (in, g) -> logical(in, g, "ReduceMax"));
        ALL.put("all", (in, g) -> logical(in, g, "ReduceMin"));
        ALL.put("var", (in, g) -> of(variance(in, g)));
        ALL.put("std", (in, g) -> of(g.op("Sqrt", variance(in, g))));
        ALL.put("norm", (in, g) -> norm(in, g, "p"));
        ALL.put("linalg_vector_norm", (in, g) -> norm(in, g, "ord"));
        ALL.put("logsumexp", (in, g) -> of(reduced(in.tensor("self"), "ReduceLogSumExp", in, g)));
        ALL.put("cumsum", Reductions::cumsum);
        ALL.put(
                "numel",
                (in, g) -> new AtenValue.Whole(Movements.product(g.shape(in.tensor("self")))));
    }

    private Reductions() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    /// The axes that are named; all where none are.
    private static long[] axes(Arguments in, int rank, AtenGraph g) throws Problem {
        long[] given = in.knows("dim") && !in.isNone("dim") ? in.wholes("dim") : new long[0];
        long[] axes = given.length == 0 ? new long[rank] : given;
        for (int i = 0; i < axes.length; i++) {
            axes[i] = given.length == 0 ? i : g.axis(given[i], rank, in, "dim");
        }
        return axes;
    }

    private static boolean kept(Arguments in) throws Problem {
        return in.knows("keepdim") && in.truth("keepdim");
    }

    private static Value reduced(Value x, String operator, Arguments in, AtenGraph g)
            throws Problem {
        int rank = g.rank(x);
        boolean kept = kept(in);
        long[] axes = axes(in, rank, g);
        if (rank == 0) {
            return switch (operator) {
                case "ReduceL1", "ReduceL2" -> g.op("Abs", x);
                default -> x;
            };
        }
        return reduced(x, operator, axes, kept, g);
    }

    private static Value reduced(Value x, String operator, long[] axes, boolean kept, AtenGraph g) {
        return g.node(operator)
                .inputs(x, g.vector(axes))
                .attribute("keepdims", kept ? 1L : 0L)
                .output();
    }

    private static AtenValue mean(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        ElementType type = in.type("dtype").orElse(x.type());
        if (!type.isFloating()) {
            throw in.refused("self");
        }
        return of(reduced(g.cast(x, type), "ReduceMean", in, g));
    }

    /// Whole numbers and truths are added up as 64-bit integers.
    private static AtenValue added(Arguments in, AtenGraph g, String operator) throws Problem {
        Value x = in.tensor("self");
        ElementType usual = x.type().isFloating() ? x.type() : ElementType.INT64;
        return of(reduced(g.cast(x, in.type("dtype").orElse(usual)), operator, in, g));
    }

    /// `max(x)`, `max(x, other)` or the largest and their places along an axis.
    private static AtenValue extreme(Arguments in, AtenGraph g, String kind) throws Problem {
        if (in.knows("other")) {
            List<Value> pair = Promotion.pair(in, "self", "other", g);
            return of(g.op(kind, pair.get(0), pair.get(1)));
        }
        Value x = in.tensor("self");
        Value value = reduced(x, "Reduce" + kind, in, g);
        return in.knows("dim")
                ? new AtenValue.Items(List.of(of(value), place(in, g, "Arg" + kind)))
                : of(value);
    }

    private static AtenValue place(Arguments in, AtenGraph g, String operator) throws Problem {
        Value x = in.tensor("self");
        boolean all = in.isNone("dim");
        if (all && kept(in)) {
            throw in.refused("keepdim");
        }
        Value line = all ? g.reshape(x, -1) : x;
        long axis = all ? 0 : g.axis(in.whole("dim"), g.rank(x), in, "dim");
        return of(
                g.node(operator)
                        .inputs(line)
                        .attribute("axis", axis)
                        .attribute("keepdims", kept(in) ? 1L : 0L)
                        .output());
    }

    private static AtenValue logical(Arguments in, AtenGraph g, String operator) throws Problem {
        Value truths = Comparisons.truth(in.tensor("self"), g);
        Value numbers = g.cast(truths, ElementType.INT32);
        return of(g.cast(reduced(numbers, operator, in, g), ElementType.BOOL));
    }

    /// The mean square of the distances from the mean, of `n − correction` elements.
    private static Value variance(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        List<Size> sizes = g.shape(x);
        long[] axes = axes(in, sizes.size(), g);
        double correction =
                in.knows("correction")
                        ? in.optionalNumber("correction").orElse(1)
                        : in.truth("unbiased") ? 1 : 0;
        Value mean = reduced(x, "ReduceMean", axes, true, g);
        Value distance = g.op("Sub", x, mean);
        Value squares = g.op("Mul", distance, distance);
        boolean kept = kept(in);
        if (correction == 0) {
            return reduced(squares, "ReduceMean", axes, kept, g);
        }
        List<Size> counted = new ArrayList<>();
        for (long axis : axes) {
            counted.add(sizes.get((int) axis));
        }
        Value count = g.cast(g.scalar(Movements.product(counted)), x.type());
        Value freedom =
                g.op(
                        "Max",
                        g.op("Sub", count, g.number(correction, x.type())),
                        g.number(0, x.type()));
        return g.op("Div", reduced(squares, "ReduceSum", axes, kept, g), freedom);
    }

    private static AtenValue norm(Arguments in, AtenGraph g, String name) throws Problem {
        Value x = in.tensor("self");
        x =
                in.knows("dtype") && !in.isNone("dtype")
                        ? g.cast(x, in.type("dtype").orElseThrow())
                        : x;
        double order = in.optionalNumber(name).orElse(2);
        if (order == 1 || order == 2) {
            return of(reduced(x, order == 1 ? "ReduceL1" : "ReduceL2", in, g));
        }
        Value size = g.op("Abs", x);
        if (Double.isInfinite(order)) {
            return of(reduced(size, order > 0 ? "ReduceMax" : "ReduceMin", in, g));
        }
        if (order == 0) {
            throw in.refused(name);
        }
        Value powers = g.op("Pow", size, g.number(order, x.type()));
        Value sum = reduced(powers, "ReduceSum", in, g);
        return of(g.op("Pow", sum, g.number(1 / order, x.type())));
    }

    private static AtenValue cumsum(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("self");
        ElementType usual = x.type().isFloating() ? x.type() : ElementType.INT64;
        long axis = g.axis(in.whole("dim"), g.rank(x), in, "dim");
        Value typed = g.cast(x, in.type("dtype").orElse(usual));
        return of(g.rank(x) == 0 ? typed : g.op("CumSum", typed, g.scalar(Size.of(axis))));
    }
}
