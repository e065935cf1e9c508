package gemwright.source.sized;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Windows over values whose channels are the last axis: transposed for ONNX, which wants them
/// second, and back. What of that is superfluous is taken out when the graph is whole, see
/// [gemwright.onnx.transpose.Transposes].
public final class ChannelsLast {
    private ChannelsLast() {}

    /// `[N, …, C]` to `[N, C, …]`.
    public static Value second(Value x, SizedGraph g) throws Problem {
        int rank = pictureRank(x, g);
        long[] order = new long[rank];
        order[1] = rank - 1L;
        for (int i = 2; i < rank; i++) {
            order[i] = i - 1L;
        }
        return g.transpose(x, order);
    }

    /// `[N, C, …]` to `[N, …, C]`.
    public static Value last(Value x, SizedGraph g) throws Problem {
        int rank = pictureRank(x, g);
        long[] order = new long[rank];
        order[rank - 1] = 1;
        for (int i = 1; i < rank - 1; i++) {
            order[i] = i + 1L;
        }
        return g.transpose(x, order);
    }

    private static int pictureRank(Value x, SizedGraph g) throws Problem {
        int rank = g.rank(x);
        if (rank < 3) {
            throw Problem.of("network.picture", "", x.name(), rank);
        }
        return rank;
    }

    /// A convolution.
    ///
    /// @param x `[N, …, C]`
    /// @param weight `[outputs, C / groups, …]`, as ONNX has it
    /// @param bias `[outputs]`, or [Value#NONE]
    public static Value convolution(
            Value x, Value weight, Value bias, Window window, long groups, SizedGraph g)
            throws Problem {
        if (g.rank(weight) != pictureRank(x, g) || window.axes() != g.rank(weight) - 2) {
            throw Problem.of("network.picture", "", weight.name(), g.rank(weight));
        }
        NodeBuilder node = g.node("Conv").inputs(second(x, g), weight);
        if (!bias.equals(Value.NONE)) {
            node.inputs(bias);
        }
        window.on(node, picture(x, g));
        return last(node.attribute("group", groups).output(), g);
    }

    /// Outputs first, then inputs, then the window: what ONNX wants of a kernel that lies as `[…,
    /// inputs, outputs]`.
    ///
    /// @param axes of the window
    public static long[] outputsFirst(int axes) {
        long[] order = new long[axes + 2];
        order[0] = axes + 1L;
        order[1] = axes;
        for (int i = 0; i < axes; i++) {
            order[i + 2] = i;
        }
        return order;
    }

    /// A transposed convolution to a picture of that size, padded as the convolution was whose
    /// gradient it is; empty where by how much the sizes differ is not known before a run.
    ///
    /// @param weight `[C, outputs, …]`, as ONNX has it
    /// @param bias `[outputs]`, or [Value#NONE]
    /// @param window its padding is `SAME` or `VALID`
    public static Optional<Value> transposedTo(
            List<Size> target, Value x, Value weight, Value bias, Window window, SizedGraph g)
            throws Problem {
        requireAxes(x, target.size(), g);
        List<Size> from = picture(x, g);
        long[] over = new long[target.size()];
        for (int axis = 0; axis < over.length; axis++) {
            Size full =
                    from.get(axis)
                            .minus(Size.ONE)
                            .times(Size.of(window.strides().at(axis)))
                            .plus(Size.of(window.reach(axis)));
            Size difference = full.minus(target.get(axis));
            if (!difference.isKnown()) {
                return Optional.empty();
            }
            over[axis] = difference.number().orElseThrow();
        }
        boolean same = window.padding() instanceof Window.Padding.Same;
        long[] front = new long[over.length];
        for (int axis = 0; axis < over.length; axis++) {
            front[axis] = same ? Math.max(0, over[axis]) / 2 : 0;
        }
        return Optional.of(transposed(x, weight, bias, window, front, over, g));
    }

    /// A transposed convolution of which so much is cut off; less than nothing is added behind.
    ///
    /// @param front how much is cut off in front of each axis
    /// @param over how much in all
    public static Value transposed(
            Value x,
            Value weight,
            Value bias,
            Window window,
            long[] front,
            long[] over,
            SizedGraph g)
            throws Problem {
        int axes = over.length;
        long[] pads = new long[2 * axes];
        long[] more = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            pads[axis] = front[axis];
            pads[axis + axes] = Math.max(0, over[axis]) - front[axis];
            more[axis] = Math.max(0, -over[axis]);
        }
        NodeBuilder node = g.node("ConvTranspose").inputs(second(x, g), weight);
        if (!bias.equals(Value.NONE)) {
            node.inputs(bias);
        }
        return last(
                node.attribute("kernel_shape", window.kernel().toLongs())
                        .attribute("strides", window.strides().toLongs())
                        .attribute("dilations", window.dilations().toLongs())
                        .attribute("pads", pads)
                        .attribute("output_padding", more)
                        .output(),
                g);
    }

    /// The largest of each window.
    public static Value largest(Value x, Window window, SizedGraph g) throws Problem {
        return last(window.on(g.node("MaxPool").inputs(second(x, g)), picture(x, g)).output(), g);
    }

    /// The mean of each window; what lies outside does not count.
    public static Value mean(Value x, Window window, SizedGraph g) throws Problem {
        NodeBuilder node = g.node("AveragePool").inputs(second(x, g));
        return last(window.on(node, picture(x, g)).output(), g);
    }

    /// A picture in another size. All sizes are given and not only those of the picture's axes:
    /// ONNX Runtime 1.28 moves a `Transpose` over a `Resize` as if it had them all.
    ///
    /// @param target sizes of the axes between the first and the last
    public static Value resized(Value x, List<Size> target, Sampling sampling, SizedGraph g)
            throws Problem {
        requireAxes(x, target.size(), g);
        List<Size> sizes = g.shape(x);
        List<Size> all = new ArrayList<>(List.of(sizes.getFirst(), sizes.getLast()));
        all.addAll(target);
        NodeBuilder node =
                g.node("Resize").inputs(second(x, g), Value.NONE, Value.NONE, g.vector(all));
        return last(g.learnt(sampling.on(node).output(), all), g);
    }

    /// A picture so many times as large.
    ///
    /// @param factors of the axes between the first and the last
    public static Value scaled(Value x, float[] factors, Sampling sampling, SizedGraph g)
            throws Problem {
        requireAxes(x, factors.length, g);
        float[] all = new float[factors.length + 2];
        Arrays.fill(all, 1);
        System.arraycopy(factors, 0, all, 2, factors.length);
        NodeBuilder node =
                g.node("Resize")
                        .inputs(
                                second(x, g),
                                Value.NONE,
                                g.builder().constant("scales", all, all.length));
        return last(sampling.on(node).output(), g);
    }

    private static void requireAxes(Value x, int axes, SizedGraph g) throws Problem {
        int rank = pictureRank(x, g);
        if (rank != axes + 2) {
            throw Problem.of("network.picture", "", x.name(), rank);
        }
    }

    /// Sizes of the axes between the first and the last.
    public static List<Size> picture(Value x, SizedGraph g) throws Problem {
        return g.shape(x).subList(1, pictureRank(x, g) - 1);
    }
}
