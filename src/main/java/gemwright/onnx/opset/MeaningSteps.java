package gemwright.onnx.opset;

import static gemwright.onnx.opset.Rewrites.input;
import static gemwright.onnx.opset.Rewrites.like;

import gemwright.base.Problem;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Node;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Operators whose limits became inputs, that got another name, or that mean something else where
/// an attribute is left out.
final class MeaningSteps {
    private MeaningSteps() {}

    static void into(Map<String, Map<Long, Step>> steps) {
        add(steps, "Clip", 11, (node, _, g) -> clip(node, g));
        add(steps, "Pad", 11, (node, _, g) -> pad(node, g));
        add(steps, "Dropout", 12, (node, _, g) -> dropout(node, g));
        add(steps, "Upsample", 9, (node, _, g) -> upsample(node, g));
        add(steps, "Upsample", 10, (node, _, g) -> renamed(node, "Resize", g));
        add(steps, "Resize", 11, (node, _, g) -> resize(node, g));
        add(steps, "Scatter", 11, (node, _, g) -> renamed(node, "ScatterElements", g));
        add(steps, "RoiAlign", 16, (node, _, g) -> regions(node, g));
        add(steps, "GridSample", 20, (node, _, g) -> grid(node, g));
        add(steps, "GroupNormalization", 21, MeaningSteps::groups);
        add(steps, "BatchNormalization", 9, (node, _, g) -> spatial(node, g));
        add(steps, "BatchNormalization", 14, (node, _, g) -> inference(node, g));
        add(steps, "Scan", 9, (node, _, _) -> refuse(node, 9));
        for (String softmax : List.of("Softmax", "LogSoftmax", "Hardmax")) {
            add(steps, softmax, 13, MeaningSteps::softmax);
        }
    }

    private static void add(
            Map<String, Map<Long, Step>> steps, String operator, long since, Step step) {
        steps.computeIfAbsent(operator, _ -> new HashMap<>()).put(since, step);
    }

    private static void refuse(Node node, long since) throws Problem {
        throw OpsetConversion.refused(node, since);
    }

    private static void clip(Node node, GraphBuilder g) {
        Value x = input(node, 0, g);
        Value low = Rewrites.scalar(node, "min", x, g);
        Value high = Rewrites.scalar(node, "max", x, g);
        List<Value> inputs = new ArrayList<>(List.of(x, low, high));
        while (inputs.getLast().equals(Value.NONE)) {
            inputs.removeLast();
        }
        like(node, "Clip", Set.of("min", "max"), g).inputs(inputs).into(node.outputs());
    }

    private static void pad(Node node, GraphBuilder g) {
        Value x = input(node, 0, g);
        Value pads = g.constant(node.name() + "_pads", node.integers("pads").toLongs());
        Value value = Rewrites.scalar(node, "value", x, g);
        List<Value> inputs = new ArrayList<>(List.of(x, pads));
        if (!value.equals(Value.NONE)) {
            inputs.add(value);
        }
        like(node, "Pad", Set.of("pads", "value"), g).inputs(inputs).into(node.outputs());
    }

    private static void dropout(Node node, GraphBuilder g) {
        Value ratio = g.scalar("ratio", node.number("ratio", 0.5f));
        like(node, "Dropout", Set.of("ratio"), g)
                .inputs(input(node, 0, g), ratio)
                .into(node.outputs());
    }

    private static void upsample(Node node, GraphBuilder g) {
        float[] scales = node.numbers("scales").toFloats();
        Value given = g.constant(node.name() + "_scales", scales);
        like(node, "Upsample", Set.of("scales"), g)
                .inputs(input(node, 0, g), given)
                .into(node.outputs());
    }

    private static void renamed(Node node, String operator, GraphBuilder g) {
        like(node, operator, Set.of(), g).inputs(Rewrites.inputs(node, g)).into(node.outputs());
    }

    /// `Resize` of version 10 always divided the place by the scale and rounded down.
    private static void resize(Node node, GraphBuilder g) {
        Value regions = g.constant("no_regions", new float[0], 0);
        like(node, "Resize", Set.of(), g)
                .inputs(input(node, 0, g), regions, input(node, 1, g))
                .attribute("coordinate_transformation_mode", "asymmetric")
                .attribute("nearest_mode", "floor")
                .into(node.outputs());
    }

    /// Before version 16 regions were not moved by half a pixel.
    private static void regions(Node node, GraphBuilder g) {
        like(node, "RoiAlign", Set.of(), g)
                .inputs(Rewrites.inputs(node, g))
                .attribute("coordinate_transformation_mode", "output_half_pixel")
                .into(node.outputs());
    }

    private static void grid(Node node, GraphBuilder g) {
        String mode = node.text("mode", "bilinear");
        String named = mode.startsWith("bi") ? mode.substring(2) : mode;
        like(node, "GridSample", Set.of("mode"), g)
                .inputs(Rewrites.inputs(node, g))
                .attribute("mode", named.equals("linear") || named.equals("cubic") ? named : mode)
                .into(node.outputs());
    }

    /// A scale and a bias a group became a scale and a bias a channel.
    private static void groups(Node node, Ranks ranks, GraphBuilder g) throws Problem {
        OptionalLong channels = ranks.size(node.inputs().getFirst(), 1);
        long groups = node.integer("num_groups", 0);
        if (channels.isEmpty() || groups < 1 || channels.getAsLong() % groups != 0) {
            throw OpsetConversion.refused(node, 21);
        }
        long each = channels.getAsLong() / groups;
        List<Value> inputs = new ArrayList<>(List.of(input(node, 0, g)));
        for (int i = 1; i < 3; i++) {
            Value column =
                    g.op(
                            "Reshape",
                            input(node, i, g),
                            g.constant("a_group", new long[] {groups, 1}));
            Value all = g.op("Expand", column, g.constant("channels", new long[] {groups, each}));
            inputs.add(g.op("Reshape", all, g.constant("a_channel", new long[] {-1})));
        }
        like(node, "GroupNormalization", Set.of(), g).inputs(inputs).into(node.outputs());
    }

    private static void spatial(Node node, GraphBuilder g) throws Problem {
        if (node.integer("spatial", 1) != 1) {
            throw OpsetConversion.refused(node, 9);
        }
        like(node, "BatchNormalization", Set.of("spatial"), g)
                .inputs(Rewrites.inputs(node, g))
                .into(node.outputs());
    }

    /// What more than one output meant was training.
    private static void inference(Node node, GraphBuilder g) throws Problem {
        if (node.outputs().stream().filter(o -> !o.isEmpty()).count() > 1) {
            throw OpsetConversion.refused(node, 14);
        }
        like(node, "BatchNormalization", Set.of(), g)
                .inputs(Rewrites.inputs(node, g))
                .into(node.outputs().getFirst());
    }

    /// Before version 13 all axes from the given one on were taken together, and the first was kept
    /// where none was given.
    private static void softmax(Node node, Ranks ranks, GraphBuilder g) {
        Value x = input(node, 0, g);
        long axis = node.integer("axis", 1);
        OptionalInt rank = ranks.rank(x.name());
        boolean last = axis == -1 || (rank.isPresent() && axis == rank.getAsInt() - 1);
        NodeBuilder again = like(node, node.operator(), Set.of("axis"), g).attribute("axis", -1);
        if (last) {
            again.inputs(x).into(node.outputs());
            return;
        }
        Value flat = g.node("Flatten").inputs(x).attribute("axis", axis).output();
        Value soft = again.inputs(flat).output();
        g.node("Reshape").inputs(soft, g.op("Shape", x)).into(node.outputs());
    }
}
