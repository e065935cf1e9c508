package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.onnx.Longs;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.Sampling;
import gemwright.source.sized.SizedGraph;
import gemwright.source.sized.Window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Convolutions, pools, normalisation and resampling of pictures with channels last. Weights lie as
/// `[height, width, inputs, outputs]`, those of depthwise ones as `[height, width, inputs, times]`.
final class Windows {
    static final Map<String, TensorflowOperator> ALL = new HashMap<>();

    static {
        ALL.put("Conv2D", (in, g) -> convolution(in, g, 2));
        ALL.put("Conv3D", (in, g) -> convolution(in, g, 3));
        ALL.put("DepthwiseConv2dNative", Windows::depthwise);
        ALL.put("Conv2DBackpropInput", Windows::transposed);
        ALL.put("MaxPool", (in, g) -> pool(in, g, true, 2));
        ALL.put("MaxPool3D", (in, g) -> pool(in, g, true, 3));
        ALL.put("AvgPool", (in, g) -> pool(in, g, false, 2));
        ALL.put("AvgPool3D", (in, g) -> pool(in, g, false, 3));
        for (String name : List.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")) {
            ALL.put(name, Windows::normalised);
        }
        ALL.put("ResizeBilinear", (in, g) -> resized(in, g, false));
        ALL.put("ResizeNearestNeighbor", (in, g) -> resized(in, g, true));
    }

    private Windows() {}

    private static void requireChannelsLast(Call in, int axes) throws Problem {
        String standard = axes == 3 ? "NDHWC" : "NHWC";
        if (!in.text("data_format", standard).equals(standard)) {
            throw in.refusedAttribute("data_format");
        }
    }

    private static Window.Padding padding(Call in, int axes) throws Problem {
        long[] given = in.wholes("explicit_paddings");
        return switch (in.text("padding", "")) {
            case "SAME" -> new Window.Padding.Same();
            case "VALID" -> new Window.Padding.Valid();
            case "EXPLICIT" -> explicit(in, given, axes);
            default -> throw in.refusedAttribute("padding");
        };
    }

    /// Pairs by axis, batch and channels too, which are not padded.
    private static Window.Padding explicit(Call in, long[] given, int axes) throws Problem {
        boolean plain =
                given.length == 2 * axes + 4
                        && given[0] == 0
                        && given[1] == 0
                        && given[2 * axes + 2] == 0
                        && given[2 * axes + 3] == 0;
        if (!plain) {
            throw in.refusedAttribute("explicit_paddings");
        }
        long[] pads = new long[2 * axes];
        for (int i = 0; i < axes; i++) {
            pads[i] = given[2 * i + 2];
            pads[i + axes] = given[2 * i + 3];
        }
        return new Window.Padding.Explicit(Longs.of(pads));
    }

    /// What a list of one number for each axis says of the axes of the picture; batch and channels
    /// have to be 1.
    private static long[] inner(Call in, String name, int axes) throws Problem {
        long[] all = in.wholes(name);
        if (all.length == 0) {
            long[] ones = new long[axes];
            Arrays.fill(ones, 1);
            return ones;
        }
        boolean plain = all.length == axes + 2 && all[0] == 1 && all[axes + 1] == 1;
        if (!plain || Arrays.stream(all).anyMatch(n -> n < 1)) {
            throw in.refusedAttribute(name);
        }
        return Arrays.copyOfRange(all, 1, axes + 1);
    }

    /// A kernel as ONNX has it: outputs, inputs, then the window.
    private static Value kernel(Call in, int input, SizedGraph g, int axes) throws Problem {
        if (g.rank(in.value(input)) != axes + 2) {
            throw in.refused("tensorflow.inputs", in.operator());
        }
        return g.turned(in.value(input), ChannelsLast.outputsFirst(axes));
    }

    private static long[] window(Call in, Value weight, SizedGraph g) throws Problem {
        List<Size> sizes = g.shape(weight);
        long[] window = new long[sizes.size() - 2];
        for (int axis = 0; axis < window.length; axis++) {
            window[axis] = number(in, sizes.get(axis + 2));
        }
        return window;
    }

    private static long number(Call in, Size size) throws Problem {
        long number = size.number().orElse(0);
        if (number < 1) {
            throw in.refused("tensorflow.dynamic", in.operator(), size.toString());
        }
        return number;
    }

    private static Window of(Call in, long[] kernel, int axes) throws Problem {
        return Window.of(kernel, inner(in, "strides", axes), padding(in, axes))
                .dilated(inner(in, "dilations", axes));
    }

    private static List<Value> convolution(Call in, SizedGraph g, int axes) throws Problem {
        in.ignore("use_cudnn_on_gpu");
        requireChannelsLast(in, axes);
        Value x = in.value(0);
        Value weight = kernel(in, 1, g, axes);
        Window window = of(in, window(in, weight, g), axes);
        long channels = number(in, g.shape(x).getLast());
        long groups = channels / number(in, g.shape(weight).get(1));
        return List.of(ChannelsLast.convolution(x, weight, Value.NONE, window, groups, g));
    }

    private static List<Value> depthwise(Call in, SizedGraph g) throws Problem {
        requireChannelsLast(in, 2);
        Value x = in.value(0);
        List<Size> sizes = g.shape(in.value(1));
        if (sizes.size() != 4) {
            throw in.refused("tensorflow.inputs", in.operator());
        }
        long channels = number(in, sizes.get(2));
        long outputs = channels * number(in, sizes.get(3));
        long[] kernel = {number(in, sizes.get(0)), number(in, sizes.get(1))};
        // [height, width, inputs, times] to [inputs · times, 1, height, width]
        Value turned = g.turned(in.value(1), 2, 3, 0, 1);
        Value weight = g.reshape(turned, outputs, 1, kernel[0], kernel[1]);
        Window window = of(in, kernel, 2);
        return List.of(ChannelsLast.convolution(x, weight, Value.NONE, window, channels, g));
    }

    /// The gradient of a convolution: the first input is the shape of what comes out, the weight
    /// that of the convolution whose gradient it is.
    private static List<Value> transposed(Call in, SizedGraph g) throws Problem {
        in.ignore("use_cudnn_on_gpu");
        requireChannelsLast(in, 2);
        Value weight = kernel(in, 1, g, 2);
        Value x = in.value(2);
        Window window = of(in, window(in, weight, g), 2);
        if (window.dilations().stream().anyMatch(d -> d != 1)) {
            throw in.refusedAttribute("dilations");
        }
        if (window.padding() instanceof Window.Padding.Explicit) {
            throw in.refusedAttribute("padding");
        }
        List<Size> shape = in.content(0, g);
        if (shape.size() != 4) {
            throw in.refused("tensorflow.inputs", in.operator());
        }
        return List.of(
                ChannelsLast.transposedTo(shape.subList(1, 3), x, weight, Value.NONE, window, g)
                        .orElseThrow(() -> in.refused("tensorflow.dynamic", in.operator(), 0)));
    }

    private static List<Value> pool(Call in, SizedGraph g, boolean largest, int axes)
            throws Problem {
        requireChannelsLast(in, axes);
        Window window =
                Window.of(inner(in, "ksize", axes), inner(in, "strides", axes), padding(in, axes));
        Value x = in.value(0);
        return List.of(
                largest ? ChannelsLast.largest(x, window, g) : ChannelsLast.mean(x, window, g));
    }

    /// `(x − mean) / sqrt(variance + epsilon) · scale + offset`, of a model that is not training.
    private static List<Value> normalised(Call in, SizedGraph g) throws Problem {
        in.ignore("exponential_avg_factor");
        requireChannelsLast(in, 2);
        if (in.truth("is_training", true)) {
            throw in.refusedAttribute("is_training");
        }
        NodeBuilder node =
                g.node("BatchNormalization")
                        .inputs(ChannelsLast.second(in.value(0), g), in.value(1), in.value(2))
                        .inputs(in.value(3), in.value(4))
                        .attribute("epsilon", in.real("epsilon", 1e-4f));
        return List.of(ChannelsLast.last(node.output(), g));
    }

    private static List<Value> resized(Call in, SizedGraph g, boolean nearest) throws Problem {
        boolean corners = in.truth("align_corners", false);
        boolean half = in.truth("half_pixel_centers", false);
        Sampling sampling = new Sampling(nearest, corners, half);
        return List.of(ChannelsLast.resized(in.value(0), in.content(1, g), sampling, g));
    }
}
