package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.Aten;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Normalisation, as a model that infers does it.
final class NormLayers {
    static final Map<String, LayerWriter> ALL = new HashMap<>();

    private static final String BATCH = "torch.nn.modules.batchnorm.";
    private static final AtenValue FALSE = new AtenValue.Truth(false);

    static {
        for (String name : List.of("BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm")) {
            ALL.put(BATCH + name, NormLayers::batchNorm);
        }
        for (int axes = 1; axes <= 3; axes++) {
            ALL.put(
                    "torch.nn.modules.instancenorm.InstanceNorm" + axes + "d",
                    NormLayers::instanceNorm);
        }
        String other = "torch.nn.modules.normalization.";
        ALL.put(other + "LayerNorm", NormLayers::layerNorm);
        ALL.put(other + "GroupNorm", NormLayers::groupNorm);
        ALL.put(other + "RMSNorm", NormLayers::rmsNorm);
    }

    private NormLayers() {}

    private static AtenValue batchNorm(Layer layer, Value x, AtenGraph g) throws Problem {
        return Aten.call(
                "batch_norm",
                List.of(
                        AtenValue.of(x),
                        layer.parameter("weight", g),
                        layer.parameter("bias", g),
                        layer.parameter("running_mean", g),
                        layer.parameter("running_var", g),
                        FALSE,
                        new AtenValue.Real(0.1),
                        layer.attribute("eps"),
                        FALSE),
                Map.of(),
                g);
    }

    private static AtenValue instanceNorm(Layer layer, Value x, AtenGraph g) throws Problem {
        boolean measured = layer.truth("track_running_stats", false);
        return Aten.call(
                "instance_norm",
                List.of(
                        AtenValue.of(x),
                        layer.parameter("weight", g),
                        layer.parameter("bias", g),
                        layer.parameter("running_mean", g),
                        layer.parameter("running_var", g),
                        new AtenValue.Truth(!measured),
                        new AtenValue.Real(0.1),
                        layer.attribute("eps"),
                        FALSE),
                Map.of(),
                g);
    }

    private static AtenValue layerNorm(Layer layer, Value x, AtenGraph g) throws Problem {
        return SimpleLayers.call(
                "layer_norm",
                g,
                x,
                layer.attribute("normalized_shape"),
                layer.parameter("weight", g),
                layer.parameter("bias", g),
                layer.attribute("eps"));
    }

    private static AtenValue groupNorm(Layer layer, Value x, AtenGraph g) throws Problem {
        return SimpleLayers.call(
                "group_norm",
                g,
                x,
                layer.attribute("num_groups"),
                layer.parameter("weight", g),
                layer.parameter("bias", g),
                layer.attribute("eps"));
    }

    private static AtenValue rmsNorm(Layer layer, Value x, AtenGraph g) throws Problem {
        return SimpleLayers.call(
                "rms_norm",
                g,
                x,
                layer.attribute("normalized_shape"),
                layer.parameter("weight", g),
                layer.attribute("eps", AtenValue.None.VALUE));
    }
}
