package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Tensor;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Dangers;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;
import gemwright.source.Summary.Part;
import gemwright.source.torch.script.ScriptValue.Instance;
import gemwright.source.torch.script.ScriptValue.TensorRef;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An open TorchScript archive.
final class ScriptModel implements SourceModel {
    private final Head head;
    private final ScriptArchive archive;
    private final ScriptArchive.State state;

    ScriptModel(Head head, ScriptArchive archive, ScriptArchive.State state) {
        this.head = head;
        this.archive = archive;
        this.state = state;
    }

    @Override
    public String format() {
        return FileKind.TORCHSCRIPT.id();
    }

    @Override
    public Summary summary() {
        Map<String, Integer> modules = new TreeMap<>();
        Part root = part(state.module(), "", modules, seen());
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("PyTorch", "")),
                List.of(),
                List.of(),
                tensors().stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize(),
                modules,
                List.of("torch"),
                Map.of("kind", archive.example().isPresent() ? "traced" : "scripted or frozen"),
                root);
    }

    private static Set<ScriptValue> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static Part part(
            Instance module, String path, Map<String, Integer> modules, Set<ScriptValue> seen) {
        String type = shortened(module.type());
        modules.merge(type, 1, Integer::sum);
        List<Part> parts = new ArrayList<>();
        module.attributes()
                .forEach(
                        (name, value) -> {
                            if (value instanceof Instance inner && seen.add(inner)) {
                                String inside = path.isEmpty() ? name : path + "." + name;
                                parts.add(part(inner, inside, modules, seen));
                            }
                        });
        return new Part(path, type, Map.of(), parts);
    }

    /// `__torch__.torch.nn.modules.conv.___torch_mangle_29.Conv2d` is a `Conv2d`.
    private static String shortened(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    @Override
    public List<Tensor> tensors() {
        Map<String, Tensor> found = new LinkedHashMap<>();
        gather(state.module(), found, seen());
        state.constants().forEach(value -> gather(value, found, seen()));
        return List.copyOf(found.values());
    }

    private static void gather(
            ScriptValue value, Map<String, Tensor> found, Set<ScriptValue> seen) {
        switch (value) {
            case TensorRef tensor ->
                    tensor.constant().ifPresent(t -> found.putIfAbsent(t.name(), t));
            case Instance instance -> {
                if (seen.add(instance)) {
                    instance.attributes().values().forEach(inner -> gather(inner, found, seen));
                }
            }
            default -> {}
        }
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.TORCHSCRIPT, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        List<Problem.Part> dangers = Dangers.of(safety(), head.path());
        if (!dangers.isEmpty()) {
            throw Problem.of(dangers);
        }
        return new ScriptConversion(archive, options, progress).run();
    }

    @Override
    public void close() {
        head.close();
    }
}
