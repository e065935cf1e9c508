package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Recurrent layers, one ONNX node a layer. PyTorch's gates: LSTM i, f, g, o and GRU r, z, n;
/// ONNX's: i, o, f, c and z, r, h.
final class Recurrent {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    private static final int[] LSTM_GATES = {0, 3, 1, 2};
    private static final int[] GRU_GATES = {1, 0, 2};
    private static final int[] RNN_GATES = {0};

    static {
        ALL.put("lstm", (in, g) -> layers(in, g, "LSTM", LSTM_GATES, ""));
        ALL.put("gru", (in, g) -> layers(in, g, "GRU", GRU_GATES, ""));
        ALL.put("rnn_tanh", (in, g) -> layers(in, g, "RNN", RNN_GATES, "Tanh"));
        ALL.put("rnn_relu", (in, g) -> layers(in, g, "RNN", RNN_GATES, "Relu"));
        ALL.put("lstm_cell", RecurrentCells::lstm);
        ALL.put("gru_cell", RecurrentCells::gru);
        ALL.put("rnn_tanh_cell", (in, g) -> RecurrentCells.simple(in, g, "Tanh"));
        ALL.put("rnn_relu_cell", (in, g) -> RecurrentCells.simple(in, g, "Relu"));
    }

    private Recurrent() {}

    private static AtenValue layers(
            Arguments in, AtenGraph g, String operator, int[] gates, String activation)
            throws Problem {
        if (!in.knows("input")) {
            throw in.refused("batch_sizes");
        }
        if (in.truth("train") && in.number("dropout") != 0) {
            throw in.refusedFor("aten.training");
        }
        in.ignore("dropout");
        Value x = in.tensor("input");
        if (g.rank(x) != 3) {
            throw in.refusedFor("aten.unbatched", g.rank(x), 3);
        }
        boolean batchFirst = in.truth("batch_first");
        boolean lstm = operator.equals("LSTM");
        int directions = in.truth("bidirectional") ? 2 : 1;
        List<Value> states = lstm ? in.tensors("hx") : List.of(in.tensor("hx"));
        List<Value> parameters = in.tensors("params");
        int perDirection = in.truth("has_biases") ? 4 : 2;
        long count = in.whole("num_layers");
        if (parameters.size() != count * directions * perDirection) {
            throw in.refused("params");
        }
        Value sequence = batchFirst ? g.transpose(x, 1, 0, 2) : x;
        List<List<Value>> last = List.of(new ArrayList<>(), new ArrayList<>());
        for (int layer = 0; layer < count; layer++) {
            int from = layer * directions * perDirection;
            List<Value> own = parameters.subList(from, from + directions * perDirection);
            NodeBuilder node =
                    g.node(operator)
                            .inputs(sequence)
                            .inputs(weights(own, perDirection, gates, g))
                            .inputs(Value.NONE);
            for (Value state : states) {
                long first = (long) layer * directions;
                node.inputs(count == 1 ? state : g.slice(state, 0, first, first + directions));
            }
            List<Value> out = run(node, own.get(1), directions, operator, activation, g);
            sequence = joined(out.getFirst(), directions, g);
            last.get(0).add(out.get(1));
            if (lstm) {
                last.get(1).add(out.get(2));
            }
        }
        List<Value> result = new ArrayList<>();
        result.add(batchFirst ? g.transpose(sequence, 1, 0, 2) : sequence);
        result.add(stacked(last.get(0), g));
        if (lstm) {
            result.add(stacked(last.get(1), g));
        }
        return AtenValue.Items.ofTensors(result);
    }

    private static List<Value> run(
            NodeBuilder node,
            Value hidden,
            int directions,
            String operator,
            String activation,
            AtenGraph g)
            throws Problem {
        Size units = g.shape(hidden).get(1);
        node.attribute("hidden_size", units.number().orElseThrow());
        if (directions == 2) {
            node.attribute("direction", "bidirectional");
        }
        if (operator.equals("GRU")) {
            node.attribute("linear_before_reset", 1L);
        }
        if (!activation.isEmpty()) {
            node.attribute("activations", java.util.Collections.nCopies(directions, activation));
        }
        return node.outputs(operator.equals("LSTM") ? 3 : 2);
    }

    /// `W`, `R` and `B` of a layer: directions in front, gates in ONNX's order.
    private static List<Value> weights(List<Value> own, int perDirection, int[] gates, AtenGraph g)
            throws Problem {
        List<Value> w = new ArrayList<>();
        List<Value> r = new ArrayList<>();
        List<Value> b = new ArrayList<>();
        for (int i = 0; i < own.size(); i += perDirection) {
            w.add(g.unsqueeze(ordered(own.get(i), gates, g), 0));
            r.add(g.unsqueeze(ordered(own.get(i + 1), gates, g), 0));
            if (perDirection == 4) {
                Value input = ordered(own.get(i + 2), gates, g);
                Value hidden = ordered(own.get(i + 3), gates, g);
                b.add(g.unsqueeze(concat(List.of(input, hidden), 0, g), 0));
            }
        }
        return List.of(
                concat(w, 0, g), concat(r, 0, g), b.isEmpty() ? Value.NONE : concat(b, 0, g));
    }

    private static Value ordered(Value weight, int[] gates, AtenGraph g) throws Problem {
        if (gates.length == 1) {
            return weight;
        }
        long units = g.shape(weight).getFirst().number().orElseThrow() / gates.length;
        List<Value> parts = new ArrayList<>();
        for (int gate : gates) {
            parts.add(g.slice(weight, 0, gate * units, (gate + 1) * units));
        }
        return concat(parts, 0, g);
    }

    private static Value concat(List<Value> parts, long axis, AtenGraph g) {
        return parts.size() == 1
                ? parts.getFirst()
                : g.node("Concat").inputs(parts).attribute("axis", axis).output();
    }

    /// `[length, directions, batch, units]` to `[length, batch, directions · units]`.
    private static Value joined(Value sequence, int directions, AtenGraph g) throws Problem {
        if (directions == 1) {
            return g.squeeze(sequence, 1);
        }
        List<Size> sizes = g.shape(sequence);
        Value turned = g.transpose(sequence, 0, 2, 1, 3);
        return g.reshape(
                turned, List.of(sizes.get(0), sizes.get(2), sizes.get(1).times(sizes.get(3))));
    }

    private static Value stacked(List<Value> states, AtenGraph g) {
        return concat(states, 0, g);
    }
}
