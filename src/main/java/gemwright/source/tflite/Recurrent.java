package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Recurrent layers that are one operator. Gates lie as i, f, c, o, each in a tensor of its own;
/// ONNX has them as i, o, f, c in one.
final class Recurrent {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    private static final int[] GATES = {0, 3, 1, 2};
    private static final int INPUT_WEIGHTS = 1;
    private static final int RECURRENT_WEIGHTS = 5;
    private static final int PEEPHOLES = 9;
    private static final int BIASES = 12;
    private static final int PROJECTION = 16;
    private static final int LAYER_NORM = 20;

    static {
        ALL.put("UNIDIRECTIONAL_SEQUENCE_LSTM", Recurrent::lstm);
    }

    private Recurrent() {}

    /// The states are variables that start at zero.
    private static List<Value> lstm(Call in, SizedGraph g) throws Problem {
        in.ignore(4);
        requirePlain(in);
        boolean timeFirst = in.truth(3);
        Value x = timeFirst ? in.value(0) : g.transpose(in.value(0), 1, 0, 2);
        Value w = gates(in, INPUT_WEIGHTS, g);
        Value r = gates(in, RECURRENT_WEIGHTS, g);
        Value bias = gates(in, BIASES, g);
        Value zeros = g.op("Mul", bias, g.number(0, bias.type()));
        Value both = g.node("Concat").inputs(bias, zeros).attribute("axis", 1).output();
        long units = in.number(g.shape(r).getLast());
        Value y =
                g.node("LSTM")
                        .inputs(x, w, r, both)
                        .attribute("hidden_size", units)
                        .outputs(3)
                        .getFirst();
        Value sequence = g.squeeze(y, 1);
        return List.of(timeFirst ? sequence : g.transpose(sequence, 1, 0, 2));
    }

    private static void requirePlain(Call in) throws Problem {
        for (int input = PEEPHOLES; input < in.inputs(); input++) {
            boolean special =
                    input < BIASES
                            || (input >= PROJECTION && input < PROJECTION + 2)
                            || input >= LAYER_NORM;
            if (special && in.has(input)) {
                throw in.refused("tflite.lstm", input);
            }
        }
        if (!in.has(INPUT_WEIGHTS)) {
            throw in.refused("tflite.lstm", INPUT_WEIGHTS);
        }
        if (in.code(0) != 4) {
            throw in.refused("tflite.option", in.operator(), 0);
        }
        for (int clip = 1; clip <= 2; clip++) {
            if (in.number(clip) != 0) {
                throw in.refused("tflite.option", in.operator(), clip);
            }
        }
    }

    private static Value gates(Call in, int first, SizedGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (int gate : GATES) {
            parts.add(in.value(first + gate));
        }
        return g.unsqueeze(g.node("Concat").inputs(parts).attribute("axis", 0).output(), 0);
    }
}
