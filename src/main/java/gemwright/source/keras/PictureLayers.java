package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.Sampling;
import gemwright.source.sized.SizedGraph;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pictures with more or less at their edges, and larger ones.
final class PictureLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        for (int axes = 1; axes <= 3; axes++) {
            int count = axes;
            ALL.put(
                    "ZeroPadding" + axes + "D",
                    (in, g) ->
                            List.of(Channels.last(in, in.input(), g, x -> pad(in, x, count, g))));
            ALL.put(
                    "Cropping" + axes + "D",
                    (in, g) ->
                            List.of(Channels.last(in, in.input(), g, x -> crop(in, x, count, g))));
            ALL.put(
                    "UpSampling" + axes + "D",
                    (in, g) ->
                            List.of(
                                    Channels.last(
                                            in, in.input(), g, x -> larger(in, x, count, g))));
        }
        ALL.put("Resizing", PictureLayers::resize);
    }

    private PictureLayers() {}

    /// Front and back of each axis: a number for all, one an axis, or a pair an axis.
    private static long[] edges(LayerCall in, String key, int axes) throws Problem {
        long[] edges = new long[2 * axes];
        Object given = in.settings().value(key);
        for (int axis = 0; axis < axes; axis++) {
            Object own = given;
            if (given instanceof List<?> list && !(axes == 1 && list.size() == 2)) {
                own = axis < list.size() ? list.get(axis) : null;
            }
            edges[axis] = edge(own, 0, key, in);
            edges[axis + axes] = edge(own, 1, key, in);
        }
        return edges;
    }

    private static long edge(@Nullable Object own, int side, String key, LayerCall in)
            throws Problem {
        Object number = own instanceof List<?> pair && pair.size() == 2 ? pair.get(side) : own;
        if (number instanceof Long size && size >= 0) {
            return size;
        }
        throw in.settings().refused(key);
    }

    private static Value pad(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        long[] edges = edges(in, "padding", axes);
        long[] pads = new long[2 * (axes + 2)];
        System.arraycopy(edges, 0, pads, 1, axes);
        System.arraycopy(edges, axes, pads, axes + 3, axes);
        return g.op("Pad", x, g.vector(pads));
    }

    private static Value crop(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        long[] edges = edges(in, "cropping", axes);
        long[] starts = new long[axes];
        long[] ends = new long[axes];
        long[] places = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            starts[axis] = edges[axis];
            long back = edges[axis + axes];
            ends[axis] = back == 0 ? Long.MAX_VALUE : -back;
            places[axis] = axis + 1L;
        }
        return g.op("Slice", x, g.vector(starts), g.vector(ends), g.vector(places));
    }

    private static Value larger(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        long[] factors = in.settings().wholes("size", axes, 2);
        float[] scales = new float[axes];
        for (int axis = 0; axis < axes; axis++) {
            scales[axis] = factors[axis];
        }
        return ChannelsLast.scaled(x, scales, sampling(in, "nearest"), g);
    }

    /// Centres, as everywhere in Keras.
    private static Sampling sampling(LayerCall in, String otherwise) throws Problem {
        return switch (in.settings().text("interpolation", otherwise)) {
            case "nearest" -> new Sampling(true, false, true);
            case "bilinear" -> new Sampling(false, false, true);
            default -> throw in.settings().refused("interpolation");
        };
    }

    private static List<Value> resize(LayerCall in, SizedGraph g) throws Problem {
        List<Size> target =
                List.of(
                        Size.of(in.settings().whole("height", 0)),
                        Size.of(in.settings().whole("width", 0)));
        in.settings().ignore("fill_mode", "fill_value");
        Sampling sampling = sampling(in, "bilinear");
        return List.of(
                Channels.last(
                        in, in.input(), g, x -> ChannelsLast.resized(x, target, sampling, g)));
    }
}
