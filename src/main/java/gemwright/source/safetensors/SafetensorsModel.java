package gemwright.source.safetensors;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.Mapped;
import gemwright.onnx.Tensor;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;
import gemwright.source.weights.Architecture;
import gemwright.source.weights.Layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Open safetensors files.
final class SafetensorsModel implements SourceModel {
    private final Head head;
    private final List<Mapped> shards;
    private final SafetensorsFile file;

    /// @param shards files beside that hold the tensors, which this closes
    SafetensorsModel(Head head, List<Mapped> shards, SafetensorsFile file) {
        this.head = head;
        this.shards = List.copyOf(shards);
        this.file = file;
    }

    @Override
    public String format() {
        return FileKind.SAFETENSORS.id();
    }

    @Override
    public Summary summary() {
        Map<String, String> metadata = new LinkedHashMap<>();
        Architecture.suspected(file.tensors()).ifPresent(n -> metadata.put("architecture", n));
        metadata.putAll(file.metadata());
        return new Summary(
                format(),
                Optional.empty(),
                List.of(),
                List.of(),
                file.tensors().stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize()
                        + shards.stream().mapToLong(s -> s.bytes().byteSize()).sum(),
                Layers.of(file.tensors()),
                List.of("safetensors"),
                metadata,
                new Summary.Part("", "", Map.of(), List.of()));
    }

    @Override
    public List<Tensor> tensors() {
        return file.tensors();
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.SAFETENSORS, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        throw Problem.of(
                "safetensors.weightsOnly",
                head.path(),
                file.tensors().size(),
                String.valueOf(head.path().getFileName()));
    }

    @Override
    public void close() {
        shards.forEach(Mapped::close);
        head.close();
    }
}
