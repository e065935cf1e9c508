package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.SizedGraph;
import gemwright.source.sized.Window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Windows of which the largest or the mean is kept, and whole pictures likewise.
final class PoolingLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        for (int axes = 1; axes <= 3; axes++) {
            int count = axes;
            for (String name : List.of("MaxPooling" + axes + "D", "MaxPool" + axes + "D")) {
                ALL.put(name, (in, g) -> pool(in, g, count, true));
            }
            for (String name : List.of("AveragePooling" + axes + "D", "AvgPool" + axes + "D")) {
                ALL.put(name, (in, g) -> pool(in, g, count, false));
            }
            ALL.put("GlobalMaxPooling" + axes + "D", (in, g) -> whole(in, g, "ReduceMax"));
            ALL.put("GlobalAveragePooling" + axes + "D", (in, g) -> whole(in, g, "ReduceMean"));
        }
    }

    private PoolingLayers() {}

    private static List<Value> pool(LayerCall in, SizedGraph g, int axes, boolean largest)
            throws Problem {
        long[] kernel = in.settings().wholes("pool_size", axes, 2);
        long[] strides =
                in.settings().has("strides")
                        ? in.settings().wholes("strides", axes, 1)
                        : kernel.clone();
        if (Arrays.stream(kernel).anyMatch(k -> k < 1)
                || Arrays.stream(strides).anyMatch(s -> s < 1)) {
            throw in.settings().refused("pool_size");
        }
        Window.Padding padding =
                switch (in.settings().text("padding", "valid")) {
                    case "valid" -> new Window.Padding.Valid();
                    case "same" -> new Window.Padding.Same();
                    default -> throw in.settings().refused("padding");
                };
        Window window = Window.of(kernel, strides, padding);
        return List.of(
                Channels.last(
                        in,
                        in.input(),
                        g,
                        x ->
                                largest
                                        ? ChannelsLast.largest(x, window, g)
                                        : ChannelsLast.mean(x, window, g)));
    }

    private static List<Value> whole(LayerCall in, SizedGraph g, String operator) throws Problem {
        Value x = in.input();
        int rank = g.rank(x);
        long[] axes = new long[rank - 2];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = in.channelsLast() ? i + 1L : i + 2L;
        }
        return List.of(
                g.node(operator)
                        .inputs(x, g.vector(axes))
                        .attribute("keepdims", in.settings().truth("keepdims", false) ? 1 : 0)
                        .output());
    }
}
