package gemwright.source.sklearn;

import gemwright.base.Fingerprint;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.pickle.PickleFile;
import gemwright.format.pickle.PickleObject;
import gemwright.onnx.Graph;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file with fitted scikit-learn estimators, open. Nothing in it is ever executed.
final class SklearnModel implements SourceModel {
    private final Head head;
    private final PickleFile pickle;
    private final Bundle bundle;
    private final Estimators estimators = new Estimators(Estimators.ALL);

    SklearnModel(Head head) throws Problem {
        this.head = head;
        this.pickle = head.pickle();
        this.bundle = Bundle.of(pickle.root());
    }

    @Override
    public String format() {
        return "sklearn";
    }

    @Override
    public Summary summary() {
        PickleObject shown =
                bundle.root().orElseGet(() -> bundle.parts().values().iterator().next());
        Outline outline = new Outline(shown);
        Optional<Graph> graph = graph(shown);
        return new Summary(
                "sklearn",
                Optional.of(Requirements.producer(shown)),
                graph.map(Graph::inputs).orElse(List.of()),
                graph.map(Graph::outputs).orElse(List.of()),
                outline.parameters(),
                head.bytes().byteSize(),
                outline.operators(),
                Requirements.of(shown, pickle.references()),
                parts(),
                outline.root());
    }

    /// The estimators of a file that holds several, by path.
    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        bundle.parts().forEach((path, estimator) -> parts.put(path, estimator.typeName()));
        return parts;
    }

    /// The model as ONNX, for its inputs and outputs; empty where it cannot be converted, which is
    /// no reason not to show it.
    private Optional<Graph> graph(PickleObject shown) {
        try {
            return Optional.of(export(shown, ConvertOptions.usual()).write("").model().graph());
        } catch (Problem refused) {
            return Optional.empty();
        }
    }

    @Override
    public ScanResult safety() {
        return new ScanResult("sklearn", Scan.pickle(head.bytes(), Progress.none()));
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        progress.step("converting", 0, 0);
        try {
            PickleObject root = bundle.choose(options.part());
            return export(root, options).write(source(root, progress));
        } catch (Problem refused) {
            throw inFile(refused, head.path());
        }
    }

    private SklearnExport export(PickleObject root, ConvertOptions options) {
        return SklearnExport.of(root, estimators, options);
    }

    /// What stands in the metadata of the model: which file it was, and what wrote it.
    private String source(PickleObject root, Progress progress) throws Problem {
        return Json.write(
                Json.object(
                        "sha256",
                        Fingerprint.of(head.path(), progress).sha256(),
                        "libraries",
                        Requirements.of(root, pickle.references()),
                        "estimators",
                        List.copyOf(new Outline(root).operators().keySet())));
    }

    /// The problem with its file before each place.
    static Problem inFile(Problem problem, Path file) {
        return Problem.of(
                problem.parts().stream()
                        .map(
                                p ->
                                        new Problem.Part(
                                                p.key(),
                                                p.where().isEmpty()
                                                        ? file.toString()
                                                        : file + ", " + p.where(),
                                                p.arguments(),
                                                p.count()))
                        .toList());
    }

    @Override
    public void close() {
        head.close();
    }
}
