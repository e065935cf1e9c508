package gemwright.onnx.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recurrent layers: sequence first, as ONNX has them by default.
final class RecurrentShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    static {
        RULES.put("LSTM", RecurrentShapes::recurrent);
        RULES.put("GRU", RecurrentShapes::recurrent);
        RULES.put("RNN", RecurrentShapes::recurrent);
    }

    private RecurrentShapes() {}

    private static void recurrent(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        Optional<List<Size>> weights = node.shape(2);
        if (x.isEmpty() || weights.isEmpty() || weights.get().size() != 3) {
            return;
        }
        if (x.get().size() != 3) {
            node.conflict("a sequence of rank " + x.get().size());
            return;
        }
        node.same(x.get().get(2), node.shape(1).map(w -> w.get(2)).orElse(x.get().get(2)));
        boolean batchFirst = node.node().integer("layout", 0) != 0;
        Size length = x.get().get(batchFirst ? 1 : 0);
        Size batch = x.get().get(batchFirst ? 0 : 1);
        for (int state = 5; state <= 6; state++) {
            node.shape(state)
                    .filter(s -> s.size() == 3)
                    .ifPresent(s -> node.same(batch, s.get(batchFirst ? 0 : 1)));
        }
        Size directions = weights.get().get(0);
        Size units = weights.get().get(2);
        List<Size> state =
                batchFirst ? List.of(batch, directions, units) : List.of(directions, batch, units);
        node.out(
                0,
                batchFirst
                        ? List.of(batch, length, directions, units)
                        : List.of(length, directions, batch, units));
        node.out(1, state);
        node.out(2, state);
    }
}
