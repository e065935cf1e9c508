package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Activations that are layers.
final class ActivationLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.put(
                "Activation",
                (in, g) -> List.of(Activation.apply(in.input(), "activation", in, g)));
        ALL.put("ReLU", ActivationLayers::relu);
        ALL.put("LeakyReLU", ActivationLayers::leaky);
        ALL.put("ELU", ActivationLayers::elu);
        ALL.put("PReLU", ActivationLayers::parametric);
        ALL.put("Softmax", ActivationLayers::softmax);
        ALL.put("ThresholdedReLU", ActivationLayers::thresholded);
    }

    private ActivationLayers() {}

    /// `x` above the threshold, `slope · (x − threshold)` below, never more than the largest value.
    private static List<Value> relu(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        double slope = in.settings().number("negative_slope", 0);
        double threshold = in.settings().number("threshold", 0);
        double most = in.settings().number("max_value", Double.POSITIVE_INFINITY);
        Value y;
        if (threshold != 0) {
            Value limit = g.number(threshold, x.type());
            Value below = g.op("Mul", g.op("Sub", x, limit), g.number(slope, x.type()));
            y = g.op("Where", g.op("Greater", x, limit), x, below);
        } else if (slope != 0) {
            y = g.node("LeakyRelu").inputs(x).attribute("alpha", (float) slope).output();
        } else if (Double.isInfinite(most)) {
            return List.of(g.op("Relu", x));
        } else {
            return List.of(g.op("Clip", x, g.number(0, x.type()), g.number(most, x.type())));
        }
        return List.of(Double.isInfinite(most) ? y : g.op("Min", y, g.number(most, x.type())));
    }

    private static List<Value> leaky(LayerCall in, SizedGraph g) throws Problem {
        boolean recent = in.settings().has("negative_slope");
        double slope = in.settings().number(recent ? "negative_slope" : "alpha", 0.3);
        return List.of(
                g.node("LeakyRelu").inputs(in.input()).attribute("alpha", (float) slope).output());
    }

    private static List<Value> elu(LayerCall in, SizedGraph g) throws Problem {
        return List.of(
                g.node("Elu")
                        .inputs(in.input())
                        .attribute("alpha", (float) in.settings().number("alpha", 1))
                        .output());
    }

    private static List<Value> parametric(LayerCall in, SizedGraph g) throws Problem {
        in.settings().ignore("shared_axes"); // follows from the weights
        Tensor slope = in.take("alpha");
        return List.of(g.op("PRelu", in.input(), g.constant(slope)));
    }

    private static List<Value> softmax(LayerCall in, SizedGraph g) throws Problem {
        long[] axes = in.settings().wholes("axis");
        if (axes.length != 1) {
            throw in.settings().refused("axis");
        }
        return List.of(g.node("Softmax").inputs(in.input()).attribute("axis", axes[0]).output());
    }

    private static List<Value> thresholded(LayerCall in, SizedGraph g) throws Problem {
        return List.of(
                g.node("ThresholdedRelu")
                        .inputs(in.input())
                        .attribute("alpha", (float) in.settings().number("theta", 1))
                        .output());
    }
}
