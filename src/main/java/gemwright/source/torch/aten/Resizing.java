package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Padding and resampling.
final class Resizing {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        for (String name : List.of("nearest1d", "nearest2d", "nearest3d")) {
            ALL.put("upsample_" + name, (in, g) -> upsample(in, g, "nearest"));
        }
        for (String name : List.of("linear1d", "bilinear2d", "trilinear3d")) {
            ALL.put("upsample_" + name, (in, g) -> upsample(in, g, "linear"));
        }
        ALL.put("upsample_bicubic2d", (in, g) -> upsample(in, g, "cubic"));
        ALL.put("grid_sampler", Resizing::gridSample);
        ALL.put("grid_sampler_2d", Resizing::gridSample);
        ALL.put("pad", Resizing::pad);
        ALL.put("constant_pad_nd", (in, g) -> padded(in, g, "constant", "pad"));
        for (int axes = 1; axes <= 3; axes++) {
            ALL.put("reflection_pad" + axes + "d", (in, g) -> padded(in, g, "reflect", "padding"));
            ALL.put("replication_pad" + axes + "d", (in, g) -> padded(in, g, "edge", "padding"));
        }
        ALL.put("_pad_circular", (in, g) -> padded(in, g, "wrap", "pad"));
    }

    private Resizing() {}

    private static AtenValue pad(Arguments in, AtenGraph g) throws Problem {
        String mode =
                switch (in.text("mode")) {
                    case "constant" -> "constant";
                    case "reflect" -> "reflect";
                    case "replicate" -> "edge";
                    case "circular" -> "wrap";
                    default -> throw in.refused("mode");
                };
        return padded(in, g, mode, "pad");
    }

    /// Pairs of front and back, the last axis first.
    private static AtenValue padded(Arguments in, AtenGraph g, String mode, String name)
            throws Problem {
        Value x = in.tensor("self");
        List<Size> given = in.sizes(name);
        int rank = g.rank(x);
        if (given.size() % 2 != 0 || given.size() / 2 > rank) {
            throw in.refused(name);
        }
        List<Size> pads = new ArrayList<>(Collections.nCopies(2 * rank, Size.ZERO));
        for (int i = 0; i < given.size() / 2; i++) {
            pads.set(rank - 1 - i, given.get(2 * i));
            pads.set(2 * rank - 1 - i, given.get(2 * i + 1));
        }
        if (pads.stream().allMatch(p -> p.is(0))) {
            in.ignore("value");
            return AtenValue.of(x);
        }
        NodeBuilder node = g.node("Pad").inputs(x, g.vector(pads));
        if (in.knows("value") && !in.isNone("value") && in.number("value") != 0) {
            node.inputs(Promotion.in(in.value("value"), x.type(), g, in, "value"));
        }
        return AtenValue.of(node.attribute("mode", mode).output());
    }

    /// By sizes, or by the factors that the caller gave: coordinates are computed with these.
    private static AtenValue upsample(Arguments in, AtenGraph g, String mode) throws Problem {
        Value x = in.tensor(in.knows("input") ? "input" : "self");
        List<Size> sizes = g.shape(x);
        int axes = sizes.size() - 2;
        if (!in.operator().contains(axes + "d")) {
            throw in.refusedFor("aten.unbatched", sizes.size(), "4");
        }
        float[] factors = factors(in, axes);
        NodeBuilder node = g.node("Resize").inputs(x, Value.NONE);
        List<Size> target = new ArrayList<>(sizes.subList(0, 2));
        if (factors.length > 0) {
            float[] all = new float[axes + 2];
            all[0] = 1;
            all[1] = 1;
            System.arraycopy(factors, 0, all, 2, axes);
            node.inputs(g.builder().constant("scales", all, all.length));
        } else {
            target.addAll(in.sizes("output_size"));
            node.inputs(Value.NONE, g.vector(target));
        }
        boolean corners = in.knows("align_corners") && in.truth("align_corners");
        String places =
                mode.equals("nearest") ? "asymmetric" : corners ? "align_corners" : "half_pixel";
        node.attribute("mode", mode).attribute("coordinate_transformation_mode", places);
        if (mode.equals("nearest")) {
            node.attribute("nearest_mode", "floor");
        }
        if (mode.equals("cubic")) {
            node.attribute("cubic_coeff_a", -0.75f);
        }
        Value resized = node.output();
        return AtenValue.of(factors.length > 0 ? resized : g.learnt(resized, target));
    }

    /// The factors by axis; none where sizes count.
    private static float[] factors(Arguments in, int axes) throws Problem {
        if (in.knows("scale_factors")) {
            List<AtenValue> given = in.items("scale_factors");
            in.value("output_size");
            return numbers(given, axes, in);
        }
        List<AtenValue> given = new ArrayList<>();
        for (String name : List.of("scales", "scales_d", "scales_h", "scales_w")) {
            if (in.knows(name) && !in.isNone(name)) {
                given.add(in.value(name));
            }
        }
        float[] factors = numbers(given, axes, in);
        if (factors.length > 0) {
            in.value("output_size");
        }
        return factors;
    }

    private static float[] numbers(List<AtenValue> given, int axes, Arguments in) throws Problem {
        if (given.isEmpty()) {
            return new float[0];
        }
        if (given.size() != axes) {
            throw in.refused("scale_factors");
        }
        float[] factors = new float[axes];
        for (int i = 0; i < axes; i++) {
            factors[i] = (float) Arguments.asNumber(given.get(i)).orElseThrow();
        }
        return factors;
    }

    private static AtenValue gridSample(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("input");
        if (g.rank(x) != 4) {
            throw in.refused("input");
        }
        List<String> modes = List.of("linear", "nearest", "cubic");
        List<String> paddings = List.of("zeros", "border", "reflection");
        int mode = (int) in.whole("interpolation_mode");
        int padding = (int) in.whole("padding_mode");
        if (mode < 0 || mode > 2 || padding < 0 || padding > 2) {
            throw in.refused("interpolation_mode");
        }
        return AtenValue.of(
                g.node("GridSample")
                        .inputs(x, in.tensor("grid"))
                        .attribute("mode", modes.get(mode))
                        .attribute("padding_mode", paddings.get(padding))
                        .attribute("align_corners", in.truth("align_corners") ? 1L : 0L)
                        .output());
    }
}
