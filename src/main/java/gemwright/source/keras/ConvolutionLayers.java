package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.SizedGraph;
import gemwright.source.sized.Window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Convolutions. Kernels lie as `[…, inputs, outputs]`.
final class ConvolutionLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        for (int axes = 1; axes <= 3; axes++) {
            int count = axes;
            for (String name : List.of("Conv" + axes + "D", "Convolution" + axes + "D")) {
                ALL.put(name, (in, g) -> layer(in, g, x -> plain(in, x, count, g)));
            }
            ALL.put(
                    "Conv" + axes + "DTranspose",
                    (in, g) -> layer(in, g, x -> transposed(in, x, count, g)));
        }
        for (int axes = 1; axes <= 2; axes++) {
            int count = axes;
            ALL.put(
                    "DepthwiseConv" + axes + "D",
                    (in, g) -> layer(in, g, x -> depthwise(in, x, count, g)));
            ALL.put(
                    "SeparableConv" + axes + "D",
                    (in, g) -> layer(in, g, x -> separable(in, x, count, g)));
        }
    }

    private ConvolutionLayers() {}

    private static List<Value> layer(LayerCall in, SizedGraph g, Channels.Work work)
            throws Problem {
        in.settings().ignore("filters", "depth_multiplier", "kernel_size");
        Value y = Channels.last(in, in.input(), g, work);
        return List.of(Activation.apply(y, "activation", in, g));
    }

    private static Window window(LayerCall in, Tensor weight, int axes) throws Problem {
        long[] kernel = Arrays.copyOfRange(weight.shape().toLongs(), 2, axes + 2);
        long[] strides = in.settings().wholes("strides", axes, 1);
        long[] dilations = in.settings().wholes("dilation_rate", axes, 1);
        if (Arrays.stream(strides).anyMatch(s -> s < 1)
                || Arrays.stream(dilations).anyMatch(d -> d < 1)) {
            throw in.settings().refused("strides");
        }
        Window.Padding padding =
                switch (in.settings().text("padding", "valid")) {
                    case "valid" -> new Window.Padding.Valid();
                    case "same" -> new Window.Padding.Same();
                    case "causal" -> {
                        long front = dilations[0] * (kernel[0] - 1);
                        yield new Window.Padding.Explicit(Longs.of(front, 0));
                    }
                    default -> throw in.settings().refused("padding");
                };
        return Window.of(kernel, strides, padding).dilated(dilations);
    }

    private static Value plain(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        Tensor weight = in.turned("kernel", ChannelsLast.outputsFirst(axes));
        long groups = in.settings().whole("groups", 1);
        if (in.settings().has("lora_rank")) {
            throw in.settings().refused("lora_rank");
        }
        return ChannelsLast.convolution(
                x, g.constant(weight), in.bias(g), window(in, weight, axes), groups, g);
    }

    /// `[…, inputs, multiplier]` as so many groups.
    private static Tensor depthKernel(LayerCall in, String variable, int axes) throws Problem {
        long[] order = new long[axes + 2];
        order[0] = axes;
        order[1] = axes + 1L;
        for (int i = 0; i < axes; i++) {
            order[i + 2] = i;
        }
        Tensor turned = in.turned(variable, order);
        long[] shape = turned.shape().toLongs();
        shape[0] *= shape[1];
        shape[1] = 1;
        return turned.with(turned.type(), Longs.of(shape), turned.data());
    }

    /// Keras 2 writes that there is one group, which is every channel by itself.
    private static void requireNoGroups(LayerCall in) throws Problem {
        if (in.settings().whole("groups", 1) != 1) {
            throw in.settings().refused("groups");
        }
    }

    private static Value depthwise(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        requireNoGroups(in);
        boolean older = in.release() == 2;
        Tensor weight = depthKernel(in, older ? "depthwise_kernel" : "kernel", axes);
        return ChannelsLast.convolution(
                x, g.constant(weight), in.bias(g), window(in, weight, axes), channels(in, x, g), g);
    }

    private static long channels(LayerCall in, Value x, SizedGraph g) throws Problem {
        long channels = g.shape(x).getLast().number().orElse(0);
        if (channels < 1) {
            throw in.refused("keras.channels", in.type());
        }
        return channels;
    }

    private static Value separable(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        requireNoGroups(in);
        Tensor depth = depthKernel(in, "depthwise_kernel", axes);
        Tensor point = in.turned("pointwise_kernel", ChannelsLast.outputsFirst(axes));
        Value inner =
                ChannelsLast.convolution(
                        x,
                        g.constant(depth),
                        Value.NONE,
                        window(in, depth, axes),
                        channels(in, x, g),
                        g);
        long[] ones = new long[axes];
        Arrays.fill(ones, 1);
        Window single = Window.of(ones, ones, new Window.Padding.Valid());
        return ChannelsLast.convolution(inner, g.constant(point), in.bias(g), single, 1, g);
    }

    /// TensorFlow's padding: `same` gives `size · stride` places, `valid` at least as many.
    private static Value transposed(LayerCall in, Value x, int axes, SizedGraph g) throws Problem {
        requireNoGroups(in);
        Tensor weight = in.turned("kernel", ChannelsLast.outputsFirst(axes));
        if (in.settings().has("output_padding")) {
            throw in.settings().refused("output_padding");
        }
        Window window = window(in, weight, axes);
        boolean same = window.padding() instanceof Window.Padding.Same;
        if (window.padding() instanceof Window.Padding.Explicit) {
            throw in.settings().refused("padding");
        }
        long[] front = new long[axes];
        long[] over = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            long all = window.reach(axis) - window.strides().at(axis);
            over[axis] = same ? all : Math.min(0, all);
            front[axis] = Math.max(0, over[axis]) / 2;
        }
        return ChannelsLast.transposed(x, g.constant(weight), in.bias(g), window, front, over, g);
    }
}
