package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.Arrays;
import java.util.List;

/// Pooling to a given size: region i of n goes from `⌊i·size/n⌋` to `⌈(i+1)·size/n⌉`
/// (`aten/src/ATen/native/AdaptiveAveragePooling.cpp` of PyTorch 2.9).
final class AdaptivePooling {
    private AdaptivePooling() {}

    static AtenValue mean(Arguments in, AtenGraph g, int axes) throws Problem {
        Value x = in.tensor("self");
        Pooling.requireBatched(x, axes, in, g);
        List<Size> from = Pooling.spatial(x, g);
        long[] to = targets(in, from);
        if (Arrays.stream(to).allMatch(t -> t == 1)) {
            return AtenValue.of(g.op("GlobalAveragePool", x));
        }
        if (unchanged(from, to)) {
            return AtenValue.of(x);
        }
        if (even(from, to)) {
            return AtenValue.of(Pooling.pooled("AveragePool", x, kernel(from, to), g));
        }
        return AtenValue.of(weighted(x, from, to, in, g));
    }

    static Value max(Arguments in, AtenGraph g, int axes) throws Problem {
        Value x = in.tensor("self");
        Pooling.requireBatched(x, axes, in, g);
        List<Size> from = Pooling.spatial(x, g);
        long[] to = targets(in, from);
        if (Arrays.stream(to).allMatch(t -> t == 1)) {
            return g.op("GlobalMaxPool", x);
        }
        if (unchanged(from, to)) {
            return x;
        }
        if (!even(from, to)) {
            throw in.refused("output_size");
        }
        return Pooling.pooled("MaxPool", x, kernel(from, to), g);
    }

    /// A size that is `None` stays as it is.
    private static long[] targets(Arguments in, List<Size> from) throws Problem {
        List<AtenValue> given = in.items("output_size");
        long[] to = new long[from.size()];
        for (int i = 0; i < to.length; i++) {
            AtenValue target = given.get(given.size() == 1 ? 0 : i);
            to[i] =
                    target instanceof AtenValue.Whole(Size size)
                            ? Movements.known(size, in)
                            : Movements.known(from.get(i), in);
        }
        return to;
    }

    private static boolean unchanged(List<Size> from, long[] to) {
        for (int i = 0; i < to.length; i++) {
            if (!from.get(i).is(to[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean even(List<Size> from, long[] to) {
        for (int i = 0; i < to.length; i++) {
            if (!from.get(i).isKnown() || from.get(i).number().orElse(1) % to[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] kernel(List<Size> from, long[] to) {
        long[] kernel = new long[to.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = from.get(i).number().orElseThrow() / to[i];
        }
        return kernel;
    }

    /// The mean over a box is the mean over one axis after the other: a product with a matrix of
    /// weights for each.
    private static Value weighted(Value x, List<Size> from, long[] to, Arguments in, AtenGraph g)
            throws Problem {
        if (x.type() != ElementType.FLOAT) {
            throw in.refused("self");
        }
        Value pooled = x;
        int rank = to.length + 2;
        for (int i = 0; i < to.length; i++) {
            int size = Math.toIntExact(Movements.known(from.get(i), in));
            Value matrix = g.constant(weights(size, Math.toIntExact(to[i])));
            long[] order = new long[rank];
            for (int d = 0; d < rank; d++) {
                order[d] = d == i + 2 ? rank - 1 : d == rank - 1 ? i + 2L : d;
            }
            boolean last = i + 2 == rank - 1;
            Value turned = last ? pooled : g.transpose(pooled, order);
            Value product = g.op("MatMul", turned, matrix);
            pooled = last ? product : g.transpose(product, order);
        }
        return pooled;
    }

    private static Tensor weights(int from, int to) {
        float[] weights = new float[Math.multiplyExact(from, to)];
        for (int i = 0; i < to; i++) {
            int start = (int) ((long) i * from / to);
            int end = (int) Math.ceilDiv((i + 1L) * from, (long) to);
            for (int k = start; k < end; k++) {
                weights[k * to + i] = 1f / (end - start);
            }
        }
        return Tensor.of("regions", weights, from, to);
    }
}
