package gemwright.source.sized;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.List;

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

    /// Sizes of the axes between the first and the last.
    public static List<Size> picture(Value x, SizedGraph g) throws Problem {
        return g.shape(x).subList(1, pictureRank(x, g) - 1);
    }
}
