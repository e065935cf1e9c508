package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Dimension;
import gemwright.onnx.Graph;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An open TFLite file.
final class TfliteModel implements SourceModel {
    private final Head head;
    private final TfliteFile file;

    TfliteModel(Head head, TfliteFile file) {
        this.head = head;
        this.file = file;
    }

    @Override
    public String format() {
        return FileKind.TFLITE.id();
    }

    @Override
    public Summary summary() {
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("TensorFlow Lite", "")),
                values(file.graph().inputs()),
                values(file.graph().outputs()),
                tensors().stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize(),
                operators(),
                List.of(),
                file.description().isEmpty() ? Map.of() : Map.of("description", file.description()),
                new Summary.Part("", "", Map.of(), List.of()));
    }

    private List<ValueInfo> values(Longs places) {
        return places.stream()
                .map(place -> file.graph().tensors().get(place.intValue()))
                .map(TfliteModel::value)
                .toList();
    }

    private static ValueInfo value(TfliteTensor tensor) {
        Dimension[] dimensions =
                tensor.sizes().stream()
                        .map(
                                size ->
                                        size.isKnown()
                                                ? Dimension.of(size.number().orElse(0))
                                                : Dimension.of(size.toString()))
                        .toArray(Dimension[]::new);
        return new ValueInfo(tensor.name(), ValueType.tensor(tensor.type(), dimensions));
    }

    private Map<String, Integer> operators() {
        Map<String, Integer> counts = new TreeMap<>();
        file.graph().nodes().forEach(node -> counts.merge(node.operator(), 1, Integer::sum));
        return counts;
    }

    @Override
    public List<Tensor> tensors() {
        return file.graph().tensors().stream().flatMap(t -> t.content().stream()).toList();
    }

    @Override
    public Optional<Graph> drawing() {
        return Optional.of(TfliteDrawing.of(file.graph()));
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.TFLITE, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        return new TfliteConversion(file, options, progress).run();
    }

    @Override
    public void close() {
        head.close();
    }
}
