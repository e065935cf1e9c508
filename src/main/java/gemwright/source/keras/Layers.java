package gemwright.source.keras;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All layers that have a form in ONNX, by class; operations of `keras.ops` apart, since some are
/// called like layers.
final class Layers {
    private static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.putAll(CoreLayers.ALL);
        ALL.putAll(ActivationLayers.ALL);
        ALL.putAll(ConvolutionLayers.ALL);
        ALL.putAll(PoolingLayers.ALL);
        ALL.putAll(NormalizationLayers.ALL);
        ALL.putAll(MergingLayers.ALL);
        ALL.putAll(ShapeLayers.ALL);
        ALL.putAll(PictureLayers.ALL);
        ALL.putAll(RecurrentLayers.ALL);
        ALL.putAll(WrapperLayers.ALL);
        ALL.putAll(AttentionLayers.ALL);
        ALL.putAll(TensorflowCalls.ALL);
    }

    private Layers() {}

    static Optional<Layer> of(LayerSpec layer) {
        Layer operation = Operations.ALL.get(layer.type());
        // HDF5 files do not say which module a class is of.
        boolean first = layer.isOperation() || layer.config().containsKey("newshape");
        return Optional.ofNullable(
                first ? operation : ALL.getOrDefault(layer.type(), operation(layer, operation)));
    }

    private static @Nullable Layer operation(LayerSpec layer, @Nullable Layer operation) {
        return layer.module().isEmpty() ? operation : null;
    }
}
