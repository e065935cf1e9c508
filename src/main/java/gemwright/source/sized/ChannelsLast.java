package gemwright.source.sized;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

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
    /// @param settings mode, and how places are found
    public static Value resized(
            Value x, List<Size> target, UnaryOperator<NodeBuilder> settings, SizedGraph g)
            throws Problem {
        requireAxes(x, target.size(), g);
        List<Size> sizes = g.shape(x);
        List<Size> all = new ArrayList<>(List.of(sizes.getFirst(), sizes.getLast()));
        all.addAll(target);
        NodeBuilder node =
                g.node("Resize").inputs(second(x, g), Value.NONE, Value.NONE, g.vector(all));
        return last(g.learnt(settings.apply(node).output(), all), g);
    }

    /// A picture so many times as large.
    ///
    /// @param factors of the axes between the first and the last
    /// @param settings mode, and how places are found
    public static Value scaled(
            Value x, float[] factors, UnaryOperator<NodeBuilder> settings, SizedGraph g)
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
        return last(settings.apply(node).output(), g);
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
