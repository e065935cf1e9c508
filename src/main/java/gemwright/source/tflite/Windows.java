package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.SizedGraph;
import gemwright.source.sized.Window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Convolutions and pools. Weights lie as `[outputs, height, width, inputs]`, those of depthwise
/// ones as `[1, height, width, outputs]`.
final class Windows {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("CONV_2D", Windows::convolution);
        ALL.put("DEPTHWISE_CONV_2D", Windows::depthwise);
        ALL.put("TRANSPOSE_CONV", Windows::transposed);
        ALL.put("CONV_3D", Windows::volume);
        ALL.put("MAX_POOL_2D", (in, g) -> pool(in, g, "max"));
        ALL.put("AVERAGE_POOL_2D", (in, g) -> pool(in, g, "mean"));
        ALL.put("L2_POOL_2D", (in, g) -> pool(in, g, "length"));
    }

    private Windows() {}

    private static Window.Padding padding(Call in) throws Problem {
        return switch (in.code(0)) {
            case 0 -> new Window.Padding.Same();
            case 1 -> new Window.Padding.Valid();
            default -> throw in.refused("tflite.option", in.operator(), 0);
        };
    }

    private static long[] kernel(Call in, Value weight, SizedGraph g) throws Problem {
        List<Size> sizes = g.shape(weight);
        long[] kernel = new long[sizes.size() - 2];
        for (int axis = 0; axis < kernel.length; axis++) {
            kernel[axis] = in.number(sizes.get(axis + 2));
        }
        return kernel;
    }

    private static List<Value> convolution(Call in, SizedGraph g) throws Problem {
        in.ignore(6);
        Value weight = in.turned(1, 0, 3, 1, 2);
        Window window =
                Window.of(
                                kernel(in, weight, g),
                                new long[] {in.positive(2, 0), in.positive(1, 0)},
                                padding(in))
                        .dilated(in.positive(5, 1), in.positive(4, 1));
        Value x = in.value(0);
        long groups = groups(in, x, weight, g);
        Value y = ChannelsLast.convolution(x, weight, in.optional(2), window, groups, g);
        return List.of(Activations.fused(y, in, 3, g));
    }

    private static long channels(Call in, Value x, SizedGraph g) throws Problem {
        ChannelsLast.picture(x, g);
        return in.number(g.shape(x).getLast());
    }

    /// How many groups of channels have weights of their own.
    private static long groups(Call in, Value x, Value weight, SizedGraph g) throws Problem {
        return channels(in, x, g) / Math.max(1, in.number(g.shape(weight).get(1)));
    }

    private static List<Value> depthwise(Call in, SizedGraph g) throws Problem {
        in.ignore(3); // follows from the weights
        Value weight = in.turned(1, 3, 0, 1, 2);
        Window window =
                Window.of(
                                kernel(in, weight, g),
                                new long[] {in.positive(2, 0), in.positive(1, 0)},
                                padding(in))
                        .dilated(in.positive(6, 1), in.positive(5, 1));
        Value x = in.value(0);
        Value y =
                ChannelsLast.convolution(x, weight, in.optional(2), window, channels(in, x, g), g);
        return List.of(Activations.fused(y, in, 4, g));
    }

    private static List<Value> volume(Call in, SizedGraph g) throws Problem {
        Value weight = in.turned(1, 4, 3, 0, 1, 2); // depth, height, width, inputs, outputs
        Window window =
                Window.of(
                                kernel(in, weight, g),
                                new long[] {
                                    in.positive(1, 0), in.positive(3, 0), in.positive(2, 0)
                                },
                                padding(in))
                        .dilated(in.positive(5, 1), in.positive(7, 1), in.positive(6, 1));
        Value x = in.value(0);
        long groups = groups(in, x, weight, g);
        Value y = ChannelsLast.convolution(x, weight, in.optional(2), window, groups, g);
        return List.of(Activations.fused(y, in, 4, g));
    }

    /// The first input is the shape of the output, which tells how the padding is meant.
    private static List<Value> transposed(Call in, SizedGraph g) throws Problem {
        in.ignore(4);
        Value weight = in.turned(1, 3, 0, 1, 2);
        Value x = in.value(2);
        Window window =
                Window.of(
                        kernel(in, weight, g),
                        new long[] {in.positive(2, 0), in.positive(1, 0)},
                        padding(in));
        List<Size> shape = in.content(0, g);
        if (shape.size() != 4) {
            throw in.refused("tflite.inputs", in.operator());
        }
        Value y =
                ChannelsLast.transposedTo(shape.subList(1, 3), x, weight, in.optional(3), window, g)
                        .orElseThrow(
                                () ->
                                        in.refused(
                                                "tflite.dynamic",
                                                in.operator(),
                                                in.output(0).name()));
        return List.of(Activations.fused(y, in, 3, g));
    }

    private static List<Value> pool(Call in, SizedGraph g, String kind) throws Problem {
        Window window =
                Window.of(
                        new long[] {in.positive(4, 0), in.positive(3, 0)},
                        new long[] {in.positive(2, 0), in.positive(1, 0)},
                        padding(in));
        Value x = in.value(0);
        Value y =
                switch (kind) {
                    case "max" -> ChannelsLast.largest(x, window, g);
                    case "mean" -> ChannelsLast.mean(x, window, g);
                    default -> g.op("Sqrt", ChannelsLast.mean(g.op("Mul", x, x), window, g));
                };
        return List.of(Activations.fused(y, in, 5, g));
    }
}
