package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.Aten;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Linear layers, convolutions, pooling and resampling.
final class WindowLayers {
    static final Map<String, LayerWriter> ALL = new HashMap<>();

    private static final String POOLING = "torch.nn.modules.pooling.";

    static {
        for (String name : List.of("Linear", "NonDynamicallyQuantizableLinear")) {
            ALL.put("torch.nn.modules.linear." + name, WindowLayers::linear);
        }
        for (int axes = 1; axes <= 3; axes++) {
            String d = axes + "d";
            ALL.put("torch.nn.modules.conv.Conv" + d, (l, x, g) -> conv(l, "conv" + d, x, g));
            ALL.put(
                    "torch.nn.modules.conv.ConvTranspose" + d,
                    (l, x, g) -> transposed(l, "conv_transpose" + d, x, g));
            ALL.put(POOLING + "MaxPool" + d, (l, x, g) -> maxPool(l, "max_pool" + d, x, g));
            ALL.put(POOLING + "AvgPool" + d, (l, x, g) -> averagePool(l, "avg_pool" + d, x, g));
            ALL.put(
                    POOLING + "AdaptiveAvgPool" + d,
                    (l, x, g) -> adaptive(l, "adaptive_avg_pool" + d, x, g));
            ALL.put(
                    POOLING + "AdaptiveMaxPool" + d,
                    (l, x, g) -> first(l, adaptive(l, "adaptive_max_pool" + d, x, g)));
        }
        for (String name : List.of("Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d")) {
            ALL.put("torch.nn.modules.upsampling." + name, WindowLayers::upsample);
        }
    }

    private WindowLayers() {}

    private static AtenValue linear(Layer layer, Value x, AtenGraph g) throws Problem {
        return SimpleLayers.call(
                "linear", g, x, layer.parameter("weight", g), layer.parameter("bias", g));
    }

    private static Map<String, AtenValue> named(Layer layer, String... names) throws Problem {
        Map<String, AtenValue> named = new LinkedHashMap<>();
        for (String name : names) {
            named.put(name, layer.attribute(name));
        }
        return named;
    }

    private static AtenValue conv(Layer layer, String operator, Value x, AtenGraph g)
            throws Problem {
        Map<String, AtenValue> named = named(layer, "stride", "padding", "dilation", "groups");
        String mode = layer.text("padding_mode", "zeros");
        Value padded = x;
        if (!mode.equals("zeros")) {
            AtenValue pads = layer.attribute("_reversed_padding_repeated_twice");
            padded =
                    SimpleLayers.value(
                            SimpleLayers.call("pad", g, x, pads, new AtenValue.Text(mode)));
            named.put("padding", AtenValue.Whole.of(0));
        }
        return Aten.call(operator, inputs(layer, padded, g), named, g);
    }

    private static List<AtenValue> inputs(Layer layer, Value x, AtenGraph g) throws Problem {
        return List.of(
                AtenValue.of(x),
                AtenValue.of(layer.tensor("weight", g)),
                layer.parameter("bias", g));
    }

    private static AtenValue transposed(Layer layer, String operator, Value x, AtenGraph g)
            throws Problem {
        if (!layer.text("padding_mode", "zeros").equals("zeros")) {
            throw layer.refused("padding_mode");
        }
        return Aten.call(
                operator,
                inputs(layer, x, g),
                named(layer, "stride", "padding", "output_padding", "groups", "dilation"),
                g);
    }

    private static AtenValue maxPool(Layer layer, String operator, Value x, AtenGraph g)
            throws Problem {
        if (layer.truth("return_indices", false)) {
            throw layer.refused("return_indices");
        }
        Map<String, AtenValue> named =
                named(layer, "kernel_size", "padding", "dilation", "ceil_mode");
        stride(layer, named);
        return Aten.call(operator, List.of(AtenValue.of(x)), named, g);
    }

    /// Without a stride windows lie side by side.
    private static void stride(Layer layer, Map<String, AtenValue> named) throws Problem {
        AtenValue stride = layer.attribute("stride", AtenValue.None.VALUE);
        if (!(stride instanceof AtenValue.None)) {
            named.put("stride", stride);
        }
    }

    private static AtenValue averagePool(Layer layer, String operator, Value x, AtenGraph g)
            throws Problem {
        Map<String, AtenValue> named =
                named(layer, "kernel_size", "padding", "ceil_mode", "count_include_pad");
        stride(layer, named);
        AtenValue divisor = layer.attribute("divisor_override", AtenValue.None.VALUE);
        if (!(divisor instanceof AtenValue.None)) {
            named.put("divisor_override", divisor);
        }
        return Aten.call(operator, List.of(AtenValue.of(x)), named, g);
    }

    private static AtenValue adaptive(Layer layer, String operator, Value x, AtenGraph g)
            throws Problem {
        AtenValue size = layer.attribute("output_size");
        // A size that is None stays; the signature only knows numbers.
        if (size instanceof AtenValue.Items(var items)
                && items.stream().anyMatch(AtenValue.None.class::isInstance)) {
            throw layer.refused("output_size");
        }
        return Aten.call(operator, List.of(AtenValue.of(x), size), Map.of(), g);
    }

    private static AtenValue first(Layer layer, AtenValue pair) throws Problem {
        if (layer.truth("return_indices", false)) {
            throw layer.refused("return_indices");
        }
        return ((AtenValue.Items) pair).items().getFirst();
    }

    /// `interpolate`, by a size or by factors.
    private static AtenValue upsample(Layer layer, Value x, AtenGraph g) throws Problem {
        int axes = g.rank(x) - 2;
        String mode = layer.text("mode", "nearest");
        String operator =
                switch (mode) {
                    case "nearest" -> "upsample_nearest" + axes + "d";
                    case "linear", "bilinear", "trilinear" -> "upsample_" + mode + axes + "d";
                    case "bicubic" -> "upsample_bicubic" + axes + "d";
                    default -> throw layer.refused("mode");
                };
        if (axes < 1 || axes > 3 || layer.truth("recompute_scale_factor", false)) {
            throw layer.refused(axes < 1 || axes > 3 ? "mode" : "recompute_scale_factor");
        }
        Map<String, AtenValue> named = new LinkedHashMap<>();
        named.put("output_size", repeated(layer.attribute("size", AtenValue.None.VALUE), axes));
        if (!mode.equals("nearest")) {
            named.put("align_corners", new AtenValue.Truth(layer.truth("align_corners", false)));
        }
        AtenValue factors = layer.attribute("scale_factor", AtenValue.None.VALUE);
        named.put("scale_factors", fractions(repeated(factors, axes)));
        return Aten.call(operator, List.of(AtenValue.of(x)), named, g);
    }

    private static AtenValue repeated(AtenValue value, int axes) {
        return value instanceof AtenValue.None || value instanceof AtenValue.Items
                ? value
                : new AtenValue.Items(java.util.Collections.nCopies(axes, value));
    }

    private static AtenValue fractions(AtenValue factors) {
        return factors instanceof AtenValue.Items(var items)
                ? new AtenValue.Items(items.stream().map(WindowLayers::fraction).toList())
                : factors;
    }

    private static AtenValue fraction(AtenValue factor) {
        return factor instanceof AtenValue.Whole(var size)
                ? new AtenValue.Real((double) size.number().orElse(1))
                : factor;
    }
}
