package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Dense layers, embeddings, and layers that do nothing when a model infers.
final class CoreLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    private static final List<String> OF_TRAINING =
            List.of(
                    "InputLayer",
                    "Dropout",
                    "SpatialDropout1D",
                    "SpatialDropout2D",
                    "SpatialDropout3D",
                    "AlphaDropout",
                    "GaussianDropout",
                    "GaussianNoise",
                    "ActivityRegularization");

    static {
        OF_TRAINING.forEach(name -> ALL.put(name, CoreLayers::identity));
        ALL.put("Dense", CoreLayers::dense);
        ALL.put("Embedding", CoreLayers::embedding);
        ALL.put("Rescaling", CoreLayers::rescaling);
        ALL.put("LayerScale", CoreLayers::layerScale);
        ALL.put("Identity", CoreLayers::identity);
    }

    private CoreLayers() {}

    private static List<Value> identity(LayerCall in, SizedGraph g) throws Problem {
        in.settings().ignore("l1", "l2", "data_format");
        return List.of(in.input());
    }

    private static List<Value> dense(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        in.settings().ignore("units");
        if (in.settings().has("lora_rank")) {
            throw in.settings().refused("lora_rank");
        }
        Value kernel = in.weight("kernel", g);
        Value bias = in.bias(g);
        Value y;
        if (g.rank(x) == 2) {
            NodeBuilder node = g.node("Gemm").inputs(x, kernel);
            y = (bias.equals(Value.NONE) ? node : node.inputs(bias)).output();
        } else {
            Value product = g.op("MatMul", x, kernel);
            y = bias.equals(Value.NONE) ? product : g.op("Add", product, bias);
        }
        return List.of(Activation.apply(y, "activation", in, g));
    }

    private static List<Value> embedding(LayerCall in, SizedGraph g) throws Problem {
        in.settings().ignore("output_dim");
        if (in.settings().has("lora_rank")) {
            throw in.settings().refused("lora_rank");
        }
        if (in.settings().truth("mask_zero", false)) {
            throw in.settings().refused("mask_zero");
        }
        Value places = in.input();
        Value whole = places.type().isFloating() ? g.cast(places, ElementType.INT64) : places;
        return List.of(g.op("Gather", in.weight("embeddings", g), whole));
    }

    private static List<Value> rescaling(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        Value numbers = x.type().isFloating() ? x : g.cast(x, ElementType.FLOAT);
        Value y = g.op("Mul", numbers, list("scale", 1, in, g));
        return List.of(g.op("Add", y, list("offset", 0, in, g)));
    }

    /// A number, or one a channel.
    private static Value list(String key, double otherwise, LayerCall in, SizedGraph g)
            throws Problem {
        if (in.settings().value(key) instanceof List<?>) {
            float[] numbers = in.settings().numbers(key);
            return g.constant(Tensor.of(key, numbers, numbers.length));
        }
        return g.number(in.settings().number(key, otherwise), ElementType.FLOAT);
    }

    private static List<Value> layerScale(LayerCall in, SizedGraph g) throws Problem {
        in.settings().ignore("init_values", "projection_dim");
        return List.of(g.op("Mul", in.input(), in.weight("gamma", g)));
    }
}
