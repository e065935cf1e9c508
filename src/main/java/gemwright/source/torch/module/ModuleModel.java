package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.ValueInfo;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Dangers;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;
import gemwright.source.Summary.Part;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.saved.NamedTensors;
import gemwright.source.torch.saved.SavedFile;
import gemwright.source.torch.trial.InputGuess;
import gemwright.source.torch.trial.Network;
import gemwright.source.torch.trial.Trials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An open module.
final class ModuleModel implements SourceModel {
    private static final String INPUT = "x";

    private final Head head;
    private final SavedFile file;
    private final NamedTensors.All tensors;

    ModuleModel(Head head, SavedFile file) throws Problem {
        this.head = head;
        this.file = file;
        this.tensors = NamedTensors.of(file);
    }

    @Override
    public String format() {
        return FileKind.TORCH_MODULE.id();
    }

    @Override
    public Summary summary() {
        Map<String, Integer> classes = new TreeMap<>();
        Optional<Layer> root = Layer.of(file, head.path().toString());
        root.ifPresent(layer -> count(layer, classes, 0));
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("PyTorch", "")),
                List.of(),
                List.of(),
                tensors.weights().stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize(),
                classes,
                List.of("torch"),
                Map.of(),
                root.map(layer -> part(layer, 0)).orElse(new Part("", "", Map.of(), List.of())));
    }

    private static void count(Layer layer, Map<String, Integer> classes, int depth) {
        classes.merge(layer.type(), 1, Integer::sum);
        if (depth < Layer.DEEPEST) {
            layer.children().forEach(child -> count(child, classes, depth + 1));
        }
    }

    private static Part part(Layer layer, int depth) {
        List<Part> parts =
                depth < Layer.DEEPEST
                        ? layer.children().stream().map(child -> part(child, depth + 1)).toList()
                        : List.of();
        return new Part(layer.path(), layer.type(), Map.of(), parts);
    }

    @Override
    public List<Tensor> tensors() {
        return Stream.concat(tensors.weights().stream(), tensors.others().stream()).toList();
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.TORCH_MODULE, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        String where = head.path().toString();
        List<Problem.Part> dangers = Dangers.of(safety(), head.path());
        if (!dangers.isEmpty()) {
            throw Problem.of(dangers);
        }
        Optional<Layer> root = Layer.of(file, where);
        if (root.isEmpty()) {
            throw Problem.of("torch.noModule", where);
        }
        List<Problem.Part> unknown = Layers.unknown(root.get());
        if (!unknown.isEmpty()) {
            throw Problem.of(unknown);
        }
        ValueInfo given =
                options.inputs().isEmpty() ? new ValueInfo(INPUT) : options.inputs().getFirst();
        Network network = (values, g) -> written(Layers.write(root.get(), values.getFirst(), g), g);
        return new Trials(network, options, where)
                .run(InputGuess.open(List.of(given.name()), List.of(given)));
    }

    private static Network.Written written(AtenValue result, AtenGraph g) throws Problem {
        Map<String, Value> outputs = new LinkedHashMap<>();
        if (result instanceof AtenValue.OfTensor(var value)) {
            outputs.put("output", value);
        } else {
            gather(result, outputs);
        }
        g.settle("output");
        return new Network.Written(outputs, false);
    }

    /// The tensors of a tuple of tuples, one after the other.
    private static void gather(AtenValue result, Map<String, Value> outputs) {
        if (result instanceof AtenValue.OfTensor(var value)) {
            outputs.put("output_" + outputs.size(), value);
        } else if (result instanceof AtenValue.Items(var items)) {
            items.forEach(item -> gather(item, outputs));
        }
    }

    @Override
    public void close() {
        head.close();
    }
}
