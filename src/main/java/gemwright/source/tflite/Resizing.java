package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.Sampling;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pictures made larger and smaller.
final class Resizing {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("RESIZE_BILINEAR", (in, g) -> resize(in, g, false, 2));
        ALL.put("RESIZE_NEAREST_NEIGHBOR", (in, g) -> resize(in, g, true, 0));
    }

    private Resizing() {}

    /// @param first option that says whether corners stay corners; the next one whether centres are
    ///   moved by half a pixel
    private static List<Value> resize(Call in, SizedGraph g, boolean nearest, int first)
            throws Problem {
        boolean corners = in.truth(first);
        boolean half = in.truth(first + 1);
        Sampling sampling = new Sampling(nearest, corners, half);
        return List.of(ChannelsLast.resized(in.value(0), in.content(1, g), sampling, g));
    }
}
