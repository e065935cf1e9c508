package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Graph;
import gemwright.onnx.Tensor;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An open Keras file.
final class KerasModel implements SourceModel {
    private final Head head;
    private final KerasFile file;
    private final List<Tensor> tensors;

    KerasModel(Head head, KerasFile file) throws Problem {
        this.head = head;
        this.file = file;
        this.tensors = Weights.all(file.hdf5(), file.where());
    }

    @Override
    public String format() {
        return FileKind.KERAS.id();
    }

    @Override
    public Summary summary() {
        Map<String, Integer> counts = new TreeMap<>();
        List<Summary.Part> parts = new ArrayList<>();
        String name = "";
        if (file.model().isPresent()) {
            ModelSpec model = ModelSpec.of(file.model().get());
            name = model.name();
            parts.addAll(parts(model, "", counts, 0));
        }
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("Keras", file.version())),
                List.of(),
                List.of(),
                tensors.stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize(),
                counts,
                List.of(file.version().isEmpty() ? "keras" : "keras==" + file.version()),
                Map.of(),
                new Summary.Part(name, "", Map.of(), parts));
    }

    private static List<Summary.Part> parts(
            ModelSpec model, String path, Map<String, Integer> counts, int depth) {
        List<Summary.Part> parts = new ArrayList<>();
        for (LayerSpec layer : model.layers()) {
            counts.merge(layer.shown(), 1, Integer::sum);
            String own = path.isEmpty() ? layer.name() : path + "/" + layer.name();
            List<Summary.Part> inner =
                    layer.isModel() && depth < ModelSpec.DEEPEST
                            ? parts(ModelSpec.of(layer), own, counts, depth + 1)
                            : List.of();
            parts.add(new Summary.Part(own, layer.shown(), Map.of(), inner));
        }
        return parts;
    }

    @Override
    public List<Tensor> tensors() {
        return tensors;
    }

    @Override
    public Optional<Graph> drawing() {
        try {
            return file.model().isPresent()
                    ? Optional.of(KerasDrawing.of(ModelSpec.of(file.model().get())))
                    : Optional.empty();
        } catch (Problem unclear) {
            // Conversion says what is wrong.
            return Optional.empty();
        }
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.KERAS, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        if (file.model().isEmpty()) {
            throw Problem.of("keras.noModel", file.where());
        }
        ModelSpec model = ModelSpec.of(file.model().get());
        return new KerasConversion(file, model, options, progress).run();
    }

    @Override
    public void close() {
        file.close();
        head.close();
    }
}
