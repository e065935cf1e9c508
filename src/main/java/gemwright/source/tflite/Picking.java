package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Elements by their places.
final class Picking {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("GATHER", Picking::gather);
        ALL.put("EMBEDDING_LOOKUP", Picking::embedding);
        ALL.put("GATHER_ND", Picking::gatherByTuples);
        ALL.put("SCATTER_ND", Picking::scatter);
        ALL.put("TOPK_V2", Picking::largest);
        ALL.put("ONE_HOT", Picking::oneHot);
        ALL.put("WHERE", Picking::where);
        ALL.put("REVERSE_SEQUENCE", Picking::reverseSequence);
    }

    private Picking() {}

    private static List<Value> gather(Call in, SizedGraph g) throws Problem {
        int rank = g.rank(in.value(0));
        int axis = in.axis(in.whole(0, 0), rank);
        int batch = in.whole(1, 0);
        if (batch == 0) {
            return picked(in, in.value(1), axis, 0, g);
        }
        if (batch != axis) {
            throw in.refused("tflite.option", in.operator(), 1);
        }
        Value tuples = g.cast(g.unsqueeze(in.value(1), -1), ElementType.INT64);
        return List.of(
                g.node("GatherND")
                        .inputs(in.value(0), tuples)
                        .attribute("batch_dims", batch)
                        .output());
    }

    private static List<Value> embedding(Call in, SizedGraph g) throws Problem {
        return picked(in, in.value(0), 0, 1, g);
    }

    /// From the numbers as they are stored, where the result stands for reals in the same way.
    private static List<Value> picked(Call in, Value places, long axis, int data, SizedGraph g)
            throws Problem {
        boolean same = in.sameScale(data, 0) && !in.isPerChannel(data);
        Value from = same ? in.stored(data) : in.value(data);
        Value picked = g.node("Gather").inputs(from, places).attribute("axis", axis).output();
        if (same) {
            in.store(0, picked);
            return List.of();
        }
        return List.of(picked);
    }

    private static List<Value> gatherByTuples(Call in, SizedGraph g) throws Problem {
        return List.of(g.op("GatherND", in.value(0), g.cast(in.value(1), ElementType.INT64)));
    }

    /// What falls on the same place is added.
    private static List<Value> scatter(Call in, SizedGraph g) throws Problem {
        Value updates = in.value(1);
        Value zeros = g.op("Expand", g.number(0, updates.type()), in.sizes(2, g));
        return List.of(
                g.node("ScatterND")
                        .inputs(zeros, g.cast(in.value(0), ElementType.INT64), updates)
                        .attribute("reduction", "add")
                        .output());
    }

    private static List<Value> largest(Call in, SizedGraph g) throws Problem {
        Value count = g.reshape(g.cast(in.value(1), ElementType.INT64), 1);
        return g.node("TopK").inputs(in.value(0), count).attribute("axis", -1).outputs(2);
    }

    private static List<Value> oneHot(Call in, SizedGraph g) throws Problem {
        Value on = in.value(2);
        Value off = in.value(3);
        Value values =
                g.node("Concat")
                        .inputs(g.reshape(off, 1), g.reshape(on, 1))
                        .attribute("axis", 0)
                        .output();
        return List.of(
                g.node("OneHot")
                        .inputs(in.value(0), g.reshape(in.value(1), 1), values)
                        .attribute("axis", in.whole(0, 0))
                        .output());
    }

    private static List<Value> where(Call in, SizedGraph g) throws Problem {
        return List.of(g.transpose(g.op("NonZero", in.value(0)), 1, 0));
    }

    private static List<Value> reverseSequence(Call in, SizedGraph g) throws Problem {
        int sequence = in.whole(0, 0);
        int batch = in.whole(1, 0);
        if (sequence + batch != 1) {
            throw in.refused("tflite.option", in.operator(), 0);
        }
        return List.of(
                g.node("ReverseSequence")
                        .inputs(in.value(0), g.cast(in.value(1), ElementType.INT64))
                        .attribute("time_axis", sequence)
                        .attribute("batch_axis", batch)
                        .output());
    }
}
