package gemwright.source.sklearn;

import gemwright.base.Fingerprint;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Graph;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;
import gemwright.source.sklearn.StandaloneModel.Facts;

import java.util.List;
import java.util.Optional;

/// An open file of a library's own format.
public final class StandaloneSource implements SourceModel {
    private final Head head;
    private final StandaloneModel model;

    /// The model that was read from a file.
    public StandaloneSource(Head head, StandaloneModel model) {
        this.head = head;
        this.model = model;
    }

    @Override
    public String format() {
        return model.facts().format();
    }

    @Override
    public Summary summary() {
        Facts facts = model.facts();
        Optional<Graph> graph = graph();
        return new Summary(
                facts.format(),
                Optional.of(facts.producer()),
                graph.map(Graph::inputs).orElse(List.of()),
                graph.map(Graph::outputs).orElse(List.of()),
                facts.parameters(),
                head.bytes().byteSize(),
                facts.parts(),
                List.of(requirement()),
                facts.settings(),
                new Summary.Part("", model.name(), facts.settings(), List.of()));
    }

    /// The model as ONNX, for its inputs and outputs; empty where it cannot be converted, which is
    /// no reason not to show it.
    private Optional<Graph> graph() {
        try {
            ConvertOptions usual = ConvertOptions.usual();
            return Optional.of(SklearnExport.of(model, usual).write("").model().graph());
        } catch (Problem refused) {
            return Optional.empty();
        }
    }

    private String requirement() {
        Summary.Producer producer = model.facts().producer();
        String library = model.facts().format();
        return producer.version().split("\\.").length > 2
                ? library + "==" + producer.version()
                : library;
    }

    /// Such files hold numbers and names, no code.
    @Override
    public ScanResult safety() {
        return new ScanResult(format(), List.of());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        progress.step("converting", 0, 0);
        String source =
                Json.write(
                        Json.object(
                                "sha256",
                                Fingerprint.of(head.path(), progress).sha256(),
                                "libraries",
                                List.of(requirement()),
                                "estimators",
                                List.of(model.name())));
        try {
            return SklearnExport.of(model, options).write(source);
        } catch (Problem refused) {
            throw SklearnModel.inFile(refused, head.path());
        }
    }

    @Override
    public void close() {
        head.close();
    }
}
