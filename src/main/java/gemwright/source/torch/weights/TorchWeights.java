package gemwright.source.torch.weights;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.pickle.PickleBoolean;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Tensor;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Dangers;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;
import gemwright.source.torch.saved.NamedTensors;
import gemwright.source.weights.Architecture;
import gemwright.source.weights.Layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An open state dict or checkpoint.
final class TorchWeights implements SourceModel {
    private final Head head;
    private final PickleValue root;
    private final NamedTensors.All tensors;

    TorchWeights(Head head, PickleValue root, NamedTensors.All tensors) {
        this.head = head;
        this.root = root;
        this.tensors = tensors;
    }

    @Override
    public String format() {
        return FileKind.TORCH_WEIGHTS.id();
    }

    @Override
    public Summary summary() {
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("PyTorch", "")),
                List.of(),
                List.of(),
                tensors.weights().stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize(),
                Layers.of(tensors.weights()),
                List.of("torch"),
                metadata(),
                new Summary.Part("", "", Map.of(), List.of()));
    }

    /// What network it seems to be, and the plain values of a checkpoint: epoch, loss.
    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        Architecture.suspected(tensors.weights()).ifPresent(n -> metadata.put("architecture", n));
        if (root instanceof PickleDict dict) {
            dict.named()
                    .forEach((name, value) -> plain(value).ifPresent(v -> metadata.put(name, v)));
        }
        return metadata;
    }

    private static Optional<String> plain(PickleValue value) {
        if (value instanceof PickleBoolean) {
            return value.asBoolean().map(String::valueOf);
        }
        if (value.asInteger().isPresent()) {
            return Optional.of(Long.toString(value.asInteger().getAsLong()));
        }
        return value.asNumber().isPresent()
                ? Optional.of(Double.toString(value.asNumber().getAsDouble()))
                : value.asText();
    }

    @Override
    public List<Tensor> tensors() {
        return Stream.concat(tensors.weights().stream(), tensors.others().stream()).toList();
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.TORCH_WEIGHTS, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        List<Problem.Part> parts = new ArrayList<>(Dangers.of(safety(), head.path()));
        parts.add(
                Problem.Part.of(
                        "torch.weightsOnly",
                        head.path().toString(),
                        tensors.weights().size(),
                        String.valueOf(head.path().getFileName())));
        throw Problem.of(parts);
    }

    @Override
    public void close() {
        head.close();
    }
}
