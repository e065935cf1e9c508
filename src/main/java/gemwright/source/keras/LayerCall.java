package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.transpose.Transposes;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A layer that is called: its settings, weights and inputs.
///
/// @param type its class
/// @param inputs tensors that it is called with, in order
/// @param keywords other arguments of the call
/// @param release of Keras: 2 or 3
record LayerCall(
        String type,
        Settings settings,
        Weights weights,
        List<Value> inputs,
        Map<String, Object> keywords,
        int release) {
    /// Arguments that layers look at, by class.
    private static final Map<String, Set<String>> TAKEN =
            Map.of(
                    "LSTM", Set.of("initial_state"),
                    "GRU", Set.of("initial_state"),
                    "SimpleRNN", Set.of("initial_state"),
                    "TFOpLambda", Set.of("x", "y", "name"),
                    "Attention", Set.of("value", "key", "use_causal_mask"),
                    "MultiHeadAttention", Set.of("value", "key", "use_causal_mask"));

    LayerCall {
        inputs = List.copyOf(inputs);
        keywords = Map.copyOf(keywords);
    }

    /// The one input.
    Value input() throws Problem {
        if (inputs.size() != 1) {
            throw refused("keras.inputs", type, inputs.size());
        }
        return inputs.getFirst();
    }

    /// The same call on other inputs.
    LayerCall on(Value... others) {
        return new LayerCall(type, settings, weights, List.of(others), keywords, release);
    }

    /// The inputs, and tensors of the call that have these names, in their order.
    List<Value> inputsAnd(String... names) {
        List<Value> all = new ArrayList<>(inputs);
        for (String name : names) {
            if (keywords.get(name) instanceof List<?> tensors) {
                tensors.stream()
                        .filter(Value.class::isInstance)
                        .map(Value.class::cast)
                        .forEach(all::add);
            }
        }
        return all;
    }

    /// Refuses arguments of the call that no layer here looks at.
    void requireKeywords() throws Problem {
        for (Map.Entry<String, Object> keyword : keywords.entrySet()) {
            boolean off = Boolean.FALSE.equals(keyword.getValue());
            boolean consumed =
                    keyword.getKey().equals("training")
                            || TAKEN.getOrDefault(type, Set.of()).contains(keyword.getKey());
            if (!off && !consumed) {
                throw refused("keras.argument", keyword.getKey());
            }
        }
    }

    Problem refused(String key, Object... arguments) {
        return Problem.of(key, settings.where(), arguments);
    }

    /// The next weight as floats.
    Tensor take(String variable) throws Problem {
        return floats(weights.take(variable));
    }

    static Tensor floats(Tensor tensor) {
        return tensor.type() == ElementType.FLOAT
                ? tensor
                : Tensor.of(tensor.name(), tensor.floats(), tensor.shape().toLongs());
    }

    /// The next weight as a constant.
    Value weight(String variable, SizedGraph g) throws Problem {
        return g.constant(take(variable));
    }

    /// The next weight with its axes in another order.
    Tensor turned(String variable, long... order) throws Problem {
        Tensor tensor = take(variable);
        if (tensor.shape().size() != order.length) {
            throw refused("keras.weight", variable);
        }
        return Transposes.constant(tensor, order).orElseThrow();
    }

    /// A bias, where the layer has one.
    Value bias(SizedGraph g) throws Problem {
        return settings.truth("use_bias", true) ? weight("bias", g) : Value.NONE;
    }

    /// Whether channels are the last axis.
    boolean channelsLast() throws Problem {
        return !settings.text("data_format", "channels_last").equals("channels_first");
    }
}
