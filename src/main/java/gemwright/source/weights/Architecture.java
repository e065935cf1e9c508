package gemwright.source.weights;

import gemwright.onnx.Tensor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Well-known networks by the names of their tensors, as torchvision 0.24, timm 1.0 and
/// transformers 4.57 write them. A suspicion for the reader, never the base of a conversion.
public final class Architecture {
    private record Sign(String network, Pattern name) {}

    /// The first whose name occurs; a group counts the blocks.
    private static final List<Sign> SIGNS =
            List.of(
                    sign("ResNet with bottlenecks", "layer(\\d+\\.\\d+)\\.conv3\\.weight"),
                    sign("ResNet", "layer(\\d+\\.\\d+)\\.conv2\\.weight"),
                    sign(
                            "DenseNet",
                            "features\\.(denseblock\\d+\\.denselayer\\d+)\\.conv1\\.weight"),
                    sign("ConvNeXt", "features\\.(\\d+\\.\\d+)\\.layer_scale"),
                    sign("MobileNet or EfficientNet", "features\\.(\\d+)\\..*conv.*"),
                    sign(
                            "Swin Transformer",
                            ".*(\\d+\\.blocks\\.\\d+)\\.attn\\.relative_position_bias_table"),
                    sign("Vision Transformer", ".*blocks\\.(\\d+)\\.attn\\.qkv\\.weight"),
                    sign(
                            "Vision Transformer",
                            "encoder\\.layers\\.(encoder_layer_\\d+)\\.ln_1\\.weight"),
                    sign(
                            "DistilBERT",
                            ".*transformer\\.layer\\.(\\d+)\\.attention\\.q_lin\\.weight"),
                    sign("BERT", ".*encoder\\.layer\\.(\\d+)\\.attention\\.self\\.query\\.weight"),
                    sign("GPT-2", ".*h\\.(\\d+)\\.attn\\.c_attn\\.weight"),
                    sign("T5", ".*block\\.(\\d+)\\.layer\\.0\\.SelfAttention\\.q\\.weight"),
                    sign("Llama", ".*layers\\.(\\d+)\\.self_attn\\.q_proj\\.weight"),
                    sign(
                            "Transformer of torch.nn",
                            ".*layers\\.(\\d+)\\.self_attn\\.in_proj_weight"));

    private Architecture() {}

    private static Sign sign(String network, String name) {
        return new Sign(network, Pattern.compile(name));
    }

    /// The network that these names suggest, with the number of its blocks: `BERT, 12 blocks`.
    public static Optional<String> suspected(List<Tensor> tensors) {
        for (Sign sign : SIGNS) {
            Set<String> blocks = new HashSet<>();
            for (Tensor tensor : tensors) {
                Matcher matcher = sign.name().matcher(tensor.name());
                if (matcher.matches()) {
                    blocks.add(matcher.group(1));
                }
            }
            if (!blocks.isEmpty()) {
                return Optional.of(sign.network() + ", " + blocks.size() + " blocks");
            }
        }
        return Optional.empty();
    }
}
