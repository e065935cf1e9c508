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

/// Layers that are one operator of the input and of numbers: activations, dropout, shapes, padding.
final class SimpleLayers {
    static final Map<String, LayerWriter> ALL = new HashMap<>();

    private static final String ACTIVATION = "torch.nn.modules.activation.";
    private static final String PADDING = "torch.nn.modules.padding.";

    static {
        for (String name :
                List.of(
                        "ReLU",
                        "ReLU6",
                        "SELU",
                        "SiLU",
                        "Mish",
                        "Hardswish",
                        "Hardsigmoid",
                        "Sigmoid",
                        "Tanh")) {
            one(ACTIVATION + name, name.toLowerCase(java.util.Locale.ROOT));
        }
        one(ACTIVATION + "LogSigmoid", "log_sigmoid");
        one(ACTIVATION + "LeakyReLU", "leaky_relu", "negative_slope");
        one(ACTIVATION + "ELU", "elu", "alpha");
        one(ACTIVATION + "CELU", "celu", "alpha");
        one(ACTIVATION + "GELU", "gelu", "approximate");
        one(ACTIVATION + "Hardtanh", "hardtanh", "min_val", "max_val");
        one(ACTIVATION + "Softplus", "softplus", "beta", "threshold");
        one(ACTIVATION + "Softshrink", "softshrink", "lambd");
        one(ACTIVATION + "Hardshrink", "hardshrink", "lambd");
        one(ACTIVATION + "Threshold", "threshold", "threshold", "value");
        one(ACTIVATION + "GLU", "glu", "dim");
        ALL.put(ACTIVATION + "Softmax", (layer, x, g) -> softmax(layer, "softmax", x, g));
        ALL.put(ACTIVATION + "LogSoftmax", (layer, x, g) -> softmax(layer, "log_softmax", x, g));
        ALL.put(
                ACTIVATION + "Softmin",
                (layer, x, g) -> softmax(layer, "softmax", negative(x, g), g));
        ALL.put(
                ACTIVATION + "Softmax2d",
                (layer, x, g) -> call("softmax", g, x, AtenValue.Whole.of(-3)));
        ALL.put(ACTIVATION + "Softsign", SimpleLayers::softsign);
        ALL.put(ACTIVATION + "Tanhshrink", SimpleLayers::tanhShrink);
        ALL.put(
                ACTIVATION + "PReLU",
                (layer, x, g) -> call("prelu", g, x, layer.parameter("weight", g)));
        ALL.put("torch.nn.modules.linear.Identity", (layer, x, g) -> AtenValue.of(x));
        for (String name :
                List.of(
                        "Dropout",
                        "Dropout1d",
                        "Dropout2d",
                        "Dropout3d",
                        "AlphaDropout",
                        "FeatureAlphaDropout")) {
            ALL.put("torch.nn.modules.dropout." + name, (layer, x, g) -> AtenValue.of(x));
        }
        one("torch.nn.modules.flatten.Flatten", "flatten", "start_dim", "end_dim");
        ALL.put("torch.nn.modules.flatten.Unflatten", SimpleLayers::unflatten);
        one("torch.nn.modules.pixelshuffle.PixelShuffle", "pixel_shuffle", "upscale_factor");
        one("torch.nn.modules.pixelshuffle.PixelUnshuffle", "pixel_unshuffle", "downscale_factor");
        one("torch.nn.modules.channelshuffle.ChannelShuffle", "channel_shuffle", "groups");
        for (int axes = 1; axes <= 3; axes++) {
            pad("ZeroPad" + axes + "d", "constant");
            pad("ConstantPad" + axes + "d", "constant");
            pad("ReflectionPad" + axes + "d", "reflect");
            pad("ReplicationPad" + axes + "d", "replicate");
            pad("CircularPad" + axes + "d", "circular");
        }
    }

    private SimpleLayers() {}

    /// An operator of the input and of attributes that are named as its parameters.
    private static void one(String type, String operator, String... attributes) {
        ALL.put(
                type,
                (layer, x, g) -> {
                    Map<String, AtenValue> named = new LinkedHashMap<>();
                    for (String attribute : attributes) {
                        AtenValue value = layer.attribute(attribute, AtenValue.None.VALUE);
                        if (!(value instanceof AtenValue.None)) {
                            named.put(attribute, value);
                        }
                    }
                    return Aten.call(operator, List.of(AtenValue.of(x)), named, g);
                });
    }

    /// An operator of the input and more.
    static AtenValue call(String operator, AtenGraph g, Value x, AtenValue... more) throws Problem {
        List<AtenValue> all = new java.util.ArrayList<>(List.of(AtenValue.of(x)));
        all.addAll(List.of(more));
        return Aten.call(operator, all, Map.of(), g);
    }

    /// A tensor that an operator gives.
    static Value value(AtenValue result) {
        return ((AtenValue.OfTensor) result).value();
    }

    private static Value negative(Value x, AtenGraph g) throws Problem {
        return value(call("neg", g, x));
    }

    /// Without an axis the first for rank 0, 1 and 3, else the second (`_get_softmax_dim` of
    /// `torch/nn/functional.py`).
    private static AtenValue softmax(Layer layer, String operator, Value x, AtenGraph g)
            throws Problem {
        AtenValue axis = layer.attribute("dim", AtenValue.None.VALUE);
        if (axis instanceof AtenValue.None) {
            int rank = g.rank(x);
            axis = AtenValue.Whole.of(rank == 0 || rank == 1 || rank == 3 ? 0 : 1);
        }
        return call(operator, g, x, axis);
    }

    /// `x / (1 + |x|)`.
    private static AtenValue softsign(Layer layer, Value x, AtenGraph g) throws Problem {
        Value size = value(call("abs", g, x));
        return call("div", g, x, call("add", g, size, AtenValue.Whole.of(1)));
    }

    private static AtenValue tanhShrink(Layer layer, Value x, AtenGraph g) throws Problem {
        return call("sub", g, x, call("tanh", g, x));
    }

    private static AtenValue unflatten(Layer layer, Value x, AtenGraph g) throws Problem {
        AtenValue sizes = layer.attribute("unflattened_size");
        if (!(sizes instanceof AtenValue.Items)) {
            sizes = new AtenValue.Items(List.of(sizes));
        }
        return call("unflatten", g, x, layer.attribute("dim"), sizes);
    }

    private static void pad(String name, String mode) {
        ALL.put(
                PADDING + name,
                (layer, x, g) -> {
                    AtenValue value =
                            mode.equals("constant")
                                    ? layer.attribute("value", AtenValue.None.VALUE)
                                    : AtenValue.None.VALUE;
                    return call(
                            "pad",
                            g,
                            x,
                            layer.attribute("padding"),
                            new AtenValue.Text(mode),
                            value);
                });
    }
}
