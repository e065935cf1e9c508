package gemwright.onnx.opset;

import static gemwright.onnx.opset.Rewrites.input;
import static gemwright.onnx.opset.Rewrites.like;
import static gemwright.onnx.opset.Rewrites.vector;

import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Node;
import gemwright.onnx.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Operators whose axes, sizes and numbers moved from attributes to inputs.
final class AxesSteps {
    private static final String REDUCTIONS = "L1 L2 LogSum LogSumExp Max Mean Min Prod SumSquare";

    private AxesSteps() {}

    static void into(Map<String, Map<Long, Step>> steps) {
        add(steps, "ReduceSum", 13, axes("axes"));
        add(steps, "Squeeze", 13, axes("axes"));
        add(steps, "Unsqueeze", 13, axes("axes"));
        add(steps, "Split", 13, axes("split"));
        for (String reduction : REDUCTIONS.split(" ", -1)) {
            add(steps, "Reduce" + reduction, 18, axes("axes"));
        }
        add(steps, "Split", 18, (node, _, g) -> split(node, g));
        add(steps, "Slice", 10, (node, _, g) -> slice(node, g));
        add(steps, "TopK", 10, (node, _, g) -> topK(node, g));
        add(steps, "DFT", 20, (node, _, g) -> transform(node, g));
    }

    private static void add(
            Map<String, Map<Long, Step>> steps, String operator, long since, Step step) {
        steps.computeIfAbsent(operator, _ -> new java.util.HashMap<>()).put(since, step);
    }

    private static Step axes(String attribute) {
        return (node, _, g) -> {
            Value given = vector(node, attribute, g);
            List<Value> inputs = new ArrayList<>(List.of(input(node, 0, g)));
            if (!given.equals(Value.NONE)) {
                inputs.add(given);
            }
            like(node, node.operator(), Set.of(attribute), g).inputs(inputs).into(node.outputs());
        };
    }

    /// Equal parts have to be counted from this edition on.
    private static void split(Node node, GraphBuilder g) {
        boolean sized = node.inputs().size() > 1 && !node.inputs().get(1).isEmpty();
        var again = like(node, "Split", Set.of(), g).inputs(Rewrites.inputs(node, g));
        if (!sized) {
            again.attribute("num_outputs", node.outputs().size());
        }
        again.into(node.outputs());
    }

    private static void slice(Node node, GraphBuilder g) {
        List<Value> inputs = new ArrayList<>();
        inputs.add(input(node, 0, g));
        for (String attribute : List.of("starts", "ends", "axes")) {
            Value given = vector(node, attribute, g);
            if (!given.equals(Value.NONE)) {
                inputs.add(given);
            }
        }
        like(node, "Slice", Set.of("starts", "ends", "axes"), g)
                .inputs(inputs)
                .into(node.outputs());
    }

    private static void topK(Node node, GraphBuilder g) {
        Value k = g.constant(node.name() + "_k", new long[] {node.integer("k", 1)});
        like(node, "TopK", Set.of("k"), g).inputs(input(node, 0, g), k).into(node.outputs());
    }

    private static void transform(Node node, GraphBuilder g) {
        List<Value> inputs = Rewrites.inputs(node, g);
        if (inputs.size() < 2) {
            inputs.add(Value.NONE);
        }
        inputs.add(g.scalar(node.name() + "_axis", node.integer("axis", 1)));
        like(node, "DFT", Set.of("axis"), g).inputs(inputs).into(node.outputs());
    }
}
