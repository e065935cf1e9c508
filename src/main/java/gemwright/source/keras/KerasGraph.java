package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows a model from its inputs to its outputs, and models within it.
final class KerasGraph {
    private final KerasFile file;
    private final SizedGraph g;
    private final Progress progress;

    KerasGraph(KerasFile file, SizedGraph g, Progress progress) {
        this.file = file;
        this.g = g;
        this.progress = progress;
    }

    /// Where the weights of a layer are.
    @FunctionalInterface
    private interface Finding {
        Weights of(LayerSpec layer, List<String> classes, int place) throws Problem;
    }

    /// The outputs of the outermost model.
    List<Value> outermost(ModelSpec model, List<Value> inputs) throws Problem {
        return model(model, inputs, file.where(), (l, c, p) -> file.weights(l.name(), c, p));
    }

    private List<Value> model(ModelSpec model, List<Value> inputs, String where, Finding finding)
            throws Problem {
        List<String> classes =
                model.layers().stream().filter(l -> !l.isOperation()).map(LayerSpec::type).toList();
        Map<String, Weights> weights = new HashMap<>();
        int place = 0;
        for (LayerSpec layer : model.layers()) {
            if (!layer.isOperation()) {
                weights.put(layer.name(), finding.of(layer, classes, place++));
            }
        }
        return model.functional()
                ? functional(model, inputs, where, weights)
                : sequential(model, inputs, where, weights);
    }

    private List<Value> sequential(
            ModelSpec model, List<Value> inputs, String where, Map<String, Weights> weights)
            throws Problem {
        List<Value> values = inputs;
        long done = 0;
        for (LayerSpec layer : model.layers()) {
            progress.step("converting", done++, model.layers().size());
            values = call(layer, values, Map.of(), where, weights);
        }
        return values;
    }

    private List<Value> functional(
            ModelSpec model, List<Value> inputs, String where, Map<String, Weights> weights)
            throws Problem {
        Known known = new Known(model);
        if (inputs.size() != model.inputs().size()) {
            throw Problem.of("keras.inputs", where, model.type(), inputs.size());
        }
        for (int i = 0; i < inputs.size(); i++) {
            known.put(model.inputs().get(i), inputs.get(i));
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (LayerSpec layer : model.layers()) {
                for (int call = 0; call < layer.calls().size(); call++) {
                    progress.step("converting", known.size(), model.layers().size());
                    if (!known.has(new ModelSpec.Place(layer.name(), call, 0))) {
                        moved |= tried(layer, call, known, where, weights);
                    }
                }
            }
        }
        List<Value> outputs = new ArrayList<>();
        for (ModelSpec.Place output : model.outputs()) {
            Value value = known.named(output);
            if (value == null) {
                throw Problem.of("keras.open", where + ", " + output.layer());
            }
            outputs.add(value);
        }
        return outputs;
    }

    /// Calls a layer where all that it is called with is known.
    private boolean tried(
            LayerSpec layer, int call, Known known, String where, Map<String, Weights> weights)
            throws Problem {
        Arguments arguments = Arguments.of(layer.calls().get(call), where + ", " + layer.name());
        List<Value> values = new ArrayList<>();
        for (Object argument : arguments.positional()) {
            if (argument instanceof ModelSpec.Place place) {
                Value value = known.named(place);
                if (value == null) {
                    return false;
                }
                values.add(value);
            } else {
                values.add(number(argument, layer, where));
            }
        }
        Map<String, Object> keywords = new HashMap<>();
        for (Map.Entry<String, Object> keyword : arguments.keywords().entrySet()) {
            Object value = keyword.getValue();
            if (value instanceof List<?> places
                    && !places.isEmpty()
                    && places.getFirst() instanceof ModelSpec.Place) {
                List<Value> tensors = new ArrayList<>();
                for (Object place : places) {
                    Value tensor = place instanceof ModelSpec.Place p ? known.named(p) : null;
                    if (tensor == null) {
                        return false;
                    }
                    tensors.add(tensor);
                }
                value = tensors;
            }
            keywords.put(keyword.getKey(), value);
        }
        if (values.isEmpty() && !layer.type().equals("InputLayer")) {
            return false;
        }
        List<Value> outputs = call(layer, values, keywords, where, weights);
        for (int i = 0; i < outputs.size(); i++) {
            known.put(new ModelSpec.Place(layer.name(), call, i), outputs.get(i));
        }
        return !outputs.isEmpty();
    }

    private Value number(@Nullable Object argument, LayerSpec layer, String where) throws Problem {
        if (argument instanceof Number number) {
            return g.number(number.doubleValue(), ElementType.FLOAT);
        }
        throw Problem.of("keras.argument", where + ", " + layer.name(), String.valueOf(argument));
    }

    private List<Value> call(
            LayerSpec layer,
            List<Value> inputs,
            Map<String, Object> keywords,
            String where,
            Map<String, Weights> weights)
            throws Problem {
        String place = where + ", " + layer.name();
        Weights own = weights.get(layer.name());
        Weights found = own == null ? Weights.ofNames(file.hdf5(), List.of(), place) : own.again();
        if (layer.isModel()) {
            return model(
                    ModelSpec.of(layer), inputs, place, (l, c, p) -> found.ofLayer(l.name(), c, p));
        }
        return called(layer, inputs, keywords, place, found);
    }

    private List<Value> called(
            LayerSpec layer,
            List<Value> inputs,
            Map<String, Object> keywords,
            String place,
            Weights weights)
            throws Problem {
        Settings settings = new Settings(layer.config(), place);
        LayerCall call =
                new LayerCall(layer.type(), settings, weights, inputs, keywords, file.release());
        List<Value> outputs =
                Layers.of(layer)
                        .orElseThrow(() -> Problem.of("keras.layer", place, layer.shown()))
                        .write(call, g);
        settings.requireConsumed();
        call.requireKeywords();
        g.shapes().advance();
        if (!g.shapes().conflicts().isEmpty()) {
            throw Problem.of(
                    "keras.conflict", place, layer.type(), g.shapes().conflicts().getFirst());
        }
        return outputs;
    }
}
