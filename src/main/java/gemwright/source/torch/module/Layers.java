package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All classes of layers that can be written, by their full names.
final class Layers {
    private static final String SEQUENTIAL = "torch.nn.modules.container.Sequential";
    private static final Map<String, LayerWriter> ALL = new HashMap<>();

    static {
        ALL.putAll(SimpleLayers.ALL);
        ALL.putAll(WindowLayers.ALL);
        ALL.putAll(NormLayers.ALL);
        ALL.putAll(SequenceLayers.ALL);
    }

    private Layers() {}

    /// The parts whose class is none of PyTorch's own layers, or that have hooks, each class once.
    static List<Problem.Part> unknown(Layer root) {
        Map<String, Problem.Part> unknown = new LinkedHashMap<>();
        gather(root, unknown, 0);
        return List.copyOf(unknown.values());
    }

    private static void gather(Layer layer, Map<String, Problem.Part> unknown, int depth) {
        boolean row = layer.type().equals(SEQUENTIAL);
        if (layer.hasHooks()) {
            add(unknown, "torch.hooks", layer);
        } else if (depth > Layer.DEEPEST || (!row && !ALL.containsKey(layer.type()))) {
            add(unknown, "torch.class", layer);
        }
        if (row && depth <= Layer.DEEPEST) {
            layer.children().forEach(child -> gather(child, unknown, depth + 1));
        }
    }

    private static void add(Map<String, Problem.Part> unknown, String key, Layer layer) {
        Problem.Part here = Problem.Part.of(key, layer.place(), layer.type());
        unknown.merge(key + layer.type(), here, (first, _) -> first.more());
    }

    /// Writes a layer, or those of a row one after the other.
    static AtenValue write(Layer layer, Value x, AtenGraph g) throws Problem {
        if (!layer.type().equals(SEQUENTIAL)) {
            return written(layer, x, g);
        }
        AtenValue result = AtenValue.of(x);
        for (Layer child : layer.children()) {
            if (!(result instanceof AtenValue.OfTensor(Value next))) {
                throw Problem.of("torch.tuple", child.place(), child.type());
            }
            result = write(child, next, g);
        }
        return result;
    }

    private static AtenValue written(Layer layer, Value x, AtenGraph g) throws Problem {
        LayerWriter writer =
                Optional.ofNullable(ALL.get(layer.type()))
                        .orElseThrow(() -> Problem.of("torch.class", layer.place(), layer.type()));
        try {
            return writer.write(layer, x, g);
        } catch (Problem problem) {
            List<Problem.Part> parts = new ArrayList<>();
            for (Problem.Part part : problem.parts()) {
                parts.add(
                        part.where().isEmpty()
                                ? new Problem.Part(
                                        part.key(), layer.place(), part.arguments(), part.count())
                                : part);
            }
            throw Problem.of(parts);
        }
    }
}
