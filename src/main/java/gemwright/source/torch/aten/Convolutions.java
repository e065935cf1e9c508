package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Convolutions and transposed ones. Weights lie as ONNX wants them.
final class Convolutions {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        for (int axes = 1; axes <= 3; axes++) {
            ALL.put("conv" + axes + "d", (in, g) -> convolution(in, g, false));
            ALL.put("conv_transpose" + axes + "d", (in, g) -> convolution(in, g, true));
        }
        ALL.put("convolution", (in, g) -> convolution(in, g, in.truth("transposed")));
        ALL.put("_convolution", Convolutions::kernel);
        ALL.put("_convolution_mode", (in, g) -> convolution(in, g, false));
        ALL.put("_weight_norm", Convolutions::weightNorm);
    }

    private Convolutions() {}

    /// The form that names the kernel to be chosen.
    private static AtenValue kernel(Arguments in, AtenGraph g) throws Problem {
        in.ignore("benchmark", "deterministic", "cudnn_enabled", "allow_tf32");
        return convolution(in, g, in.truth("transposed"));
    }

    private static AtenValue convolution(Arguments in, AtenGraph g, boolean turned) throws Problem {
        Value x = in.tensor("input");
        Value weight = in.tensor("weight");
        List<Size> sizes = g.shape(weight);
        int axes = sizes.size() - 2;
        if (g.rank(x) != sizes.size()) {
            throw in.refusedFor("aten.unbatched", g.rank(x), sizes.size());
        }
        long[] dilation = in.wholes("dilation", axes, 1);
        NodeBuilder node =
                g.node(turned ? "ConvTranspose" : "Conv")
                        .inputs(x, weight)
                        .attribute("strides", in.wholes("stride", axes, 1))
                        .attribute("dilations", dilation)
                        .attribute("group", in.whole("groups"));
        Optional<Value> bias = in.optionalTensor("bias");
        bias.ifPresent(node::inputs);
        node.attribute("pads", pads(in, sizes, dilation));
        if (in.knows("output_padding")) {
            long[] more = in.wholes("output_padding", axes, 0);
            if (turned) {
                node.attribute("output_padding", more);
            } else if (java.util.Arrays.stream(more).anyMatch(m -> m != 0)) {
                throw in.refused("output_padding");
            }
        }
        return AtenValue.of(node.output());
    }

    /// Front of all axes, then back of all axes. `same` adds the odd one at the back.
    private static long[] pads(Arguments in, List<Size> weight, long[] dilation) throws Problem {
        int axes = weight.size() - 2;
        long[] pads = new long[2 * axes];
        if (in.value("padding") instanceof AtenValue.Text(String mode)) {
            for (int i = 0; i < axes && mode.equals("same"); i++) {
                long kernel = Movements.known(weight.get(i + 2), in);
                long all = dilation[i] * (kernel - 1);
                pads[i] = all / 2;
                pads[i + axes] = all - all / 2;
            }
            return pads;
        }
        long[] both = in.wholes("padding", axes, 0);
        for (int i = 0; i < axes; i++) {
            pads[i] = both[i];
            pads[i + axes] = both[i];
        }
        return pads;
    }

    /// `v · (g / |v|)`, lengths over all axes but one.
    private static AtenValue weightNorm(Arguments in, AtenGraph g) throws Problem {
        Value v = in.tensor("v");
        int rank = g.rank(v);
        int kept = g.axis(in.whole("dim"), rank, in, "dim");
        long[] axes = new long[rank - 1];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i < kept ? i : i + 1;
        }
        Value length =
                g.node("ReduceL2").inputs(v, g.vector(axes)).attribute("keepdims", 1L).output();
        return AtenValue.of(g.op("Mul", v, g.op("Div", in.tensor("g"), length)));
    }
}
