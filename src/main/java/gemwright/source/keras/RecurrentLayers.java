package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recurrent layers, one ONNX node each. Keras' gates: LSTM i, f, c, o and GRU z, r, h; ONNX's: i,
/// o, f, c and z, r, h.
final class RecurrentLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    private static final int[] LSTM_GATES = {0, 3, 1, 2};
    private static final int[] GRU_GATES = {0, 1, 2};
    private static final int[] RNN_GATES = {0};

    static {
        for (String name : List.of("LSTM", "GRU", "SimpleRNN")) {
            ALL.put(name, (in, g) -> alone(in, g).results());
        }
    }

    private RecurrentLayers() {}

    /// What a run gave.
    ///
    /// @param output the whole sequence, or its end
    /// @param states the last ones
    record Run(Value output, List<Value> states) {
        List<Value> results() {
            List<Value> results = new ArrayList<>(List.of(output));
            results.addAll(states);
            return results;
        }
    }

    private static String onnx(String type) {
        return type.equals("SimpleRNN") ? "RNN" : type;
    }

    private static int[] gates(String type) {
        return switch (type) {
            case "LSTM" -> LSTM_GATES;
            case "GRU" -> GRU_GATES;
            default -> RNN_GATES;
        };
    }

    /// Runs a layer as its settings say.
    static Run alone(LayerCall in, SizedGraph g) throws Problem {
        boolean back = in.settings().truth("go_backwards", false);
        Run run = run(in, back, g);
        // Keras gives what was read backwards in the order of reading, ONNX in that of time.
        return back && g.rank(run.output()) == 3
                ? new Run(g.reversed(run.output(), 1), run.states())
                : run;
    }

    /// Runs a layer over `[batch, time, features]`; a sequence that it gives is in the order of
    /// time.
    ///
    /// @param back whether it reads from the end
    static Run run(LayerCall in, boolean back, SizedGraph g) throws Problem {
        String type = in.type();
        Settings settings = in.settings();
        settings.ignore("unroll", "zero_output_for_mask", "unit_forget_bias");
        if (settings.truth("stateful", false)) {
            throw settings.refused("stateful");
        }
        settings.ignore("go_backwards");
        boolean sequences = settings.truth("return_sequences", false);
        boolean states = settings.truth("return_state", false);
        boolean after = type.equals("GRU") && settings.truth("reset_after", in.release() != 2);
        long units = settings.whole("units", 0);
        NodeBuilder node = g.node(onnx(type)).inputs(g.transpose(in.inputs().getFirst(), 1, 0, 2));
        parameters(node, in, in.weights().within("cell", ""), units, after, g);
        node.attribute("hidden_size", units).attribute("direction", back ? "reverse" : "forward");
        if (after) {
            node.attribute("linear_before_reset", 1);
        }
        activations(node, in);
        List<Value> out = node.outputs(type.equals("LSTM") ? 3 : 2);
        List<Value> last = new ArrayList<>();
        for (Value state : out.subList(1, out.size())) {
            last.add(g.squeeze(state, 0));
        }
        Value output =
                sequences ? g.transpose(g.squeeze(out.getFirst(), 1), 1, 0, 2) : last.getFirst();
        return new Run(output, states ? last : List.of());
    }

    private static void parameters(
            NodeBuilder node,
            LayerCall in,
            Weights weights,
            long units,
            boolean after,
            SizedGraph g)
            throws Problem {
        int[] gates = gates(in.type());
        Tensor kernel = LayerCall.floats(weights.take("kernel"));
        Tensor recurrent = LayerCall.floats(weights.take("recurrent_kernel"));
        if (units < 1
                || kernel.shape().size() != 2
                || kernel.shape().at(1) != units * gates.length) {
            throw in.refused("keras.weight", "kernel");
        }
        node.inputs(
                g.constant(turned("W", kernel, gates, (int) units)),
                g.constant(turned("R", recurrent, gates, (int) units)));
        boolean biased = in.settings().truth("use_bias", true);
        List<Value> starts = starts(in);
        if (biased) {
            Tensor bias = LayerCall.floats(weights.take("bias"));
            node.inputs(g.constant(bias(bias, gates, (int) units, after)));
        } else if (!starts.isEmpty()) {
            node.inputs(Value.NONE);
        }
        if (!starts.isEmpty()) {
            node.inputs(Value.NONE);
            for (Value start : starts) {
                node.inputs(g.unsqueeze(start, 0));
            }
        }
    }

    /// States to start from, where the layer is called with some.
    private static List<Value> starts(LayerCall in) throws Problem {
        List<Value> starts = new ArrayList<>(in.inputs().subList(1, in.inputs().size()));
        if (in.keywords().get("initial_state") instanceof List<?> given) {
            for (Object state : given) {
                if (!(state instanceof Value value)) {
                    throw in.refused("keras.argument", "initial_state");
                }
                starts.add(value);
            }
        }
        int wanted = in.type().equals("LSTM") ? 2 : 1;
        if (!starts.isEmpty() && starts.size() != wanted) {
            throw in.refused("keras.inputs", in.type(), in.inputs().size());
        }
        return starts;
    }

    /// `[inputs, gates · units]` to `[1, gates · units, inputs]`, gates in ONNX's order.
    private static Tensor turned(String name, Tensor kernel, int[] gates, int units) {
        int inputs = (int) kernel.shape().at(0);
        int width = gates.length * units;
        float[] from = kernel.floats();
        float[] to = new float[from.length];
        for (int gate = 0; gate < gates.length; gate++) {
            for (int unit = 0; unit < units; unit++) {
                for (int input = 0; input < inputs; input++) {
                    to[(gate * units + unit) * inputs + input] =
                            from[input * width + gates[gate] * units + unit];
                }
            }
        }
        return Tensor.of(name, to, 1, width, inputs);
    }

    /// Biases of inputs and of states; Keras has the latter only where a GRU resets after.
    private static Tensor bias(Tensor bias, int[] gates, int units, boolean after) {
        int width = gates.length * units;
        float[] from = bias.floats();
        float[] to = new float[2 * width];
        for (int part = 0; part < (after ? 2 : 1); part++) {
            for (int gate = 0; gate < gates.length; gate++) {
                System.arraycopy(
                        from,
                        part * width + gates[gate] * units,
                        to,
                        part * width + gate * units,
                        units);
            }
        }
        return Tensor.of("B", to, 1, 2L * width);
    }

    private static void activations(NodeBuilder node, LayerCall in) throws Problem {
        Activation.Gate inner = Activation.gate("activation", "tanh", in);
        List<Activation.Gate> all =
                switch (in.type()) {
                    case "LSTM" -> {
                        Activation.Gate gate =
                                Activation.gate("recurrent_activation", "sigmoid", in);
                        yield List.of(gate, inner, inner);
                    }
                    case "GRU" ->
                            List.of(Activation.gate("recurrent_activation", "sigmoid", in), inner);
                    default -> List.of(inner);
                };
        node.attribute("activations", all.stream().map(Activation.Gate::name).toList());
        List<Float> alphas =
                all.stream().map(Activation.Gate::alpha).flatMap(Optional::stream).toList();
        List<Float> betas =
                all.stream().map(Activation.Gate::beta).flatMap(Optional::stream).toList();
        if (!alphas.isEmpty()) {
            node.attribute("activation_alpha", floats(alphas));
            node.attribute("activation_beta", floats(betas));
        }
    }

    private static float[] floats(List<Float> list) {
        float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = list.get(i);
        }
        return floats;
    }
}
