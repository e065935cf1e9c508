package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Windows of which the largest or the mean is kept.
final class Pooling {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        for (int axes = 1; axes <= 3; axes++) {
            int count = axes;
            ALL.put("max_pool" + axes + "d", (in, g) -> AtenValue.of(max(in, g, count)));
            ALL.put(
                    "max_pool" + axes + "d_with_indices",
                    (in, g) -> withoutPlaces(max(in, g, count)));
            ALL.put("avg_pool" + axes + "d", (in, g) -> average(in, g, count));
            ALL.put(
                    "adaptive_avg_pool" + axes + "d",
                    (in, g) -> AdaptivePooling.mean(in, g, count));
            ALL.put(
                    "_adaptive_avg_pool" + axes + "d",
                    (in, g) -> AdaptivePooling.mean(in, g, count));
            ALL.put(
                    "adaptive_max_pool" + axes + "d",
                    (in, g) -> withoutPlaces(AdaptivePooling.max(in, g, count)));
        }
    }

    private Pooling() {}

    /// Where the largest stood is of no use to a model that infers.
    private static AtenValue withoutPlaces(Value value) {
        return new AtenValue.Items(List.of(AtenValue.of(value), AtenValue.None.VALUE));
    }

    static void requireBatched(Value x, int axes, Arguments in, AtenGraph g) throws Problem {
        if (g.rank(x) != axes + 2) {
            throw in.refusedFor("aten.unbatched", g.rank(x), axes + 2);
        }
    }

    private static Value max(Arguments in, AtenGraph g, int axes) throws Problem {
        Value x = in.tensor("self");
        requireBatched(x, axes, in, g);
        long[] kernel = in.wholes("kernel_size", axes, 1);
        long[] stride = stride(in, kernel);
        long[] dilation = in.wholes("dilation", axes, 1);
        long[] pads = twice(in.wholes("padding", axes, 0));
        boolean up = in.truth("ceil_mode");
        boolean free = up && spatial(x, g).stream().anyMatch(size -> !size.isKnown());
        for (int i = 0; i < axes && up; i++) {
            if (!free) {
                long size = Movements.known(g.shape(x).get(i + 2), in);
                pads[i + axes] = back(size, kernel[i], stride[i], dilation[i], pads[i]);
            } else if (pads[i] + stride[i] > dilation[i] * (kernel[i] - 1) + 1) {
                // A last window might lie outside, which PyTorch leaves out and ONNX does not.
                throw in.refusedFor("aten.freeSize", g.shape(x).get(i + 2).toString());
            }
        }
        NodeBuilder node =
                g.node("MaxPool")
                        .inputs(x)
                        .attribute("kernel_shape", kernel)
                        .attribute("strides", stride)
                        .attribute("pads", pads)
                        .attribute("ceil_mode", free ? 1L : 0L);
        if (Arrays.stream(dilation).anyMatch(d -> d != 1)) {
            node.attribute("dilations", dilation);
        }
        return node.output();
    }

    /// Padding at the back with which rounding down gives what rounding up would: a window more
    /// where it starts inside the data or its front padding.
    private static long back(long size, long kernel, long stride, long dilation, long front) {
        long reach = dilation * (kernel - 1) + 1;
        long count = Math.ceilDiv(size + 2 * front - reach, stride) + 1;
        if ((count - 1) * stride >= size + front) {
            count--;
        }
        return Math.max(0, (count - 1) * stride + reach - size - front);
    }

    private static long[] stride(Arguments in, long[] kernel) throws Problem {
        return in.wholes("stride").length == 0 ? kernel : in.wholes("stride", kernel.length, 1);
    }

    private static long[] twice(long[] padding) {
        long[] pads = Arrays.copyOf(padding, 2 * padding.length);
        System.arraycopy(padding, 0, pads, padding.length, padding.length);
        return pads;
    }

    private static AtenValue average(Arguments in, AtenGraph g, int axes) throws Problem {
        Value x = in.tensor("self");
        requireBatched(x, axes, in, g);
        if (in.knows("divisor_override") && !in.isNone("divisor_override")) {
            throw in.refused("divisor_override");
        }
        long[] kernel = in.wholes("kernel_size", axes, 1);
        long[] pads = twice(in.wholes("padding", axes, 0));
        boolean ceil = in.truth("ceil_mode");
        boolean counted = in.truth("count_include_pad");
        if (ceil && counted && Arrays.stream(pads).anyMatch(p -> p != 0)) {
            // Zeros at the edge count, what a window has beyond them does not.
            x = g.op("Pad", x, g.vector(ofAllAxes(pads)));
            pads = new long[2 * axes];
            counted = false;
        }
        return AtenValue.of(
                g.node("AveragePool")
                        .inputs(x)
                        .attribute("kernel_shape", kernel)
                        .attribute("strides", stride(in, kernel))
                        .attribute("pads", pads)
                        .attribute("ceil_mode", ceil ? 1L : 0L)
                        .attribute("count_include_pad", counted && !ceil ? 1L : 0L)
                        .output());
    }

    private static long[] ofAllAxes(long[] pads) {
        int axes = pads.length / 2;
        long[] all = new long[2 * (axes + 2)];
        System.arraycopy(pads, 0, all, 2, axes);
        System.arraycopy(pads, axes, all, axes + 4, axes);
        return all;
    }

    /// Windows that lie side by side.
    static Value pooled(String operator, Value x, long[] kernel, AtenGraph g) {
        return g.node(operator)
                .inputs(x)
                .attribute("kernel_shape", kernel)
                .attribute("strides", kernel)
                .output();
    }

    /// Sizes behind batch and channels.
    static List<Size> spatial(Value x, AtenGraph g) throws Problem {
        List<Size> sizes = g.shape(x);
        return sizes.subList(2, sizes.size());
    }
}
