package gemwright.source.weights;

import gemwright.onnx.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The layers that tensors of these names and shapes usually belong to, by PyTorch's naming: all
/// that ends in `.weight`, `.bias` and the like under one prefix is one layer.
public final class Layers {
    /// Rows of a recurrent layer's weights for each unit, to its class.
    private static final Map<Long, String> RECURRENT = Map.of(1L, "RNN", 3L, "GRU", 4L, "LSTM");

    private Layers() {}

    /// How often each kind of layer seems to occur, in alphabetical order; tensors that suggest
    /// none are left out.
    public static Map<String, Integer> of(List<Tensor> tensors) {
        Map<String, Map<String, Tensor>> layers = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            int dot = tensor.name().lastIndexOf('.');
            layers.computeIfAbsent(tensor.name().substring(0, dot + 1), _ -> new LinkedHashMap<>())
                    .put(tensor.name().substring(dot + 1), tensor);
        }
        Map<String, Integer> counts = new TreeMap<>();
        layers.forEach(
                (prefix, parts) ->
                        kind(prefix, parts).ifPresent(k -> counts.merge(k, 1, Integer::sum)));
        return counts;
    }

    private static Optional<String> kind(String prefix, Map<String, Tensor> parts) {
        if (parts.containsKey("running_mean")) {
            return Optional.of("BatchNorm");
        }
        if (parts.containsKey("in_proj_weight")) {
            return Optional.of("MultiheadAttention");
        }
        if (parts.containsKey("weight_ih_l0")) {
            return recurrent(parts, "_l0", "");
        }
        if (parts.containsKey("weight_ih")) {
            return recurrent(parts, "", "Cell");
        }
        Tensor weight = parts.get("weight");
        return weight == null ? Optional.empty() : ofWeight(prefix, weight, parts);
    }

    private static Optional<String> recurrent(
            Map<String, Tensor> parts, String layer, String ending) {
        Tensor hidden = parts.get("weight_hh" + layer);
        if (hidden == null || hidden.shape().size() != 2 || hidden.shape().at(1) == 0) {
            return Optional.empty();
        }
        String name = RECURRENT.get(hidden.shape().at(0) / hidden.shape().at(1));
        return Optional.ofNullable(name).map(n -> n + ending);
    }

    private static Optional<String> ofWeight(
            String prefix, Tensor weight, Map<String, Tensor> parts) {
        boolean table = prefix.contains("emb") || prefix.contains("wte") || prefix.contains("wpe");
        return switch (weight.shape().size()) {
            case 1 -> Optional.of(parts.containsKey("bias") ? "LayerNorm" : "RMSNorm");
            case 2 -> Optional.of(table && !parts.containsKey("bias") ? "Embedding" : "Linear");
            case 3 -> Optional.of("Conv1d");
            case 4 -> Optional.of("Conv2d");
            case 5 -> Optional.of("Conv3d");
            default -> Optional.empty();
        };
    }
}
