package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.onnx.transpose.Transposes;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a model: inputs, layers, outputs.
final class KerasConversion {
    /// The first with GELU.
    private static final int OPSET = 20;

    private final KerasFile file;
    private final ModelSpec model;
    private final Progress progress;
    private final SizedGraph g;

    KerasConversion(KerasFile file, ModelSpec model, ConvertOptions options, Progress progress) {
        this.file = file;
        this.model = model;
        this.progress = progress;
        this.g = new SizedGraph(options.opset().orElse(OPSET));
    }

    Converted run() throws Problem {
        Coverage.require(model, file.where());
        List<Value> inputs = new ArrayList<>();
        List<LayerSpec> entrances = entrances();
        for (LayerSpec entrance : entrances) {
            inputs.add(input(entrance));
        }
        List<String> names = outputNames();
        List<String> reserved = names.stream().map(g.builder()::reserve).toList();
        KerasGraph graph = new KerasGraph(file, g, progress);
        List<Value> outputs = graph.outermost(model, inputs);
        for (int i = 0; i < outputs.size(); i++) {
            String name =
                    i < reserved.size() ? reserved.get(i) : g.builder().reserve("output_" + i);
            g.output(name, outputs.get(i));
        }
        return new Converted(Transposes.cancelled(g.model(), progress), List.of());
    }

    /// The layers that stand for inputs, in the order of the model's arguments.
    private List<LayerSpec> entrances() throws Problem {
        List<LayerSpec> entrances = new ArrayList<>();
        if (!model.functional()) {
            if (model.layers().isEmpty()) {
                throw Problem.of("keras.noModel", file.where());
            }
            return List.of(model.layers().getFirst());
        }
        for (ModelSpec.Place place : model.inputs()) {
            model.layers().stream()
                    .filter(l -> l.name().equals(place.layer()))
                    .findFirst()
                    .ifPresent(entrances::add);
        }
        if (entrances.size() != model.inputs().size() || entrances.isEmpty()) {
            throw Problem.of("keras.noModel", file.where());
        }
        return entrances;
    }

    private Value input(LayerSpec layer) throws Problem {
        Map<?, ?> config = layer.config();
        Object shape = config.get("batch_shape");
        if (shape == null) {
            shape = config.get("batch_input_shape");
        }
        if (shape == null && layer.isModel() && !ModelSpec.of(layer).layers().isEmpty()) {
            return input(ModelSpec.of(layer).layers().getFirst());
        }
        if (!(shape instanceof List<?> sizes)) {
            throw Problem.of("keras.inputShape", file.where() + ", " + layer.name());
        }
        List<Size> all = new ArrayList<>();
        for (Object size : sizes) {
            String free = all.isEmpty() ? "batch" : layer.name() + "_" + all.size();
            boolean known = size instanceof Long && !all.isEmpty();
            all.add(known ? Size.of((Long) size) : Size.named(free.replaceAll("\\W+", "_")));
        }
        String name = layer.type().equals("InputLayer") ? layer.name() : layer.name() + "_input";
        return g.input(name, type(config.get("dtype")), all);
    }

    private static ElementType type(@org.jspecify.annotations.Nullable Object dtype) {
        return dtype instanceof String name
                ? ElementType.of(name.equals("float32") ? "float" : name).orElse(ElementType.FLOAT)
                : ElementType.FLOAT;
    }

    private List<String> outputNames() {
        Set<String> inputs = new HashSet<>();
        g.builder().graph().inputs().forEach(input -> inputs.add(input.name()));
        List<String> names = new ArrayList<>();
        if (model.functional()) {
            model.outputs().forEach(place -> names.add(place.layer()));
        } else {
            names.add(model.layers().getLast().name());
        }
        names.replaceAll(name -> inputs.contains(name) ? name + "_out" : name);
        return names;
    }
}
