package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.Value;

import java.util.List;

/// One step of a recurrent layer, after `aten/src/ATen/native/RNN.cpp` of PyTorch 2.9.
final class RecurrentCells {
    private RecurrentCells() {}

    private static Value input(Arguments in, AtenGraph g) throws Problem {
        return Products.linear(in.tensor("input"), in.tensor("w_ih"), in.optionalTensor("b_ih"), g);
    }

    private static Value hidden(Value state, Arguments in, AtenGraph g) throws Problem {
        return Products.linear(state, in.tensor("w_hh"), in.optionalTensor("b_hh"), g);
    }

    private static List<Value> gates(Value all, int count, AtenGraph g) {
        return g.node("Split")
                .inputs(all)
                .attribute("axis", -1L)
                .attribute("num_outputs", (long) count)
                .outputs(count);
    }

    /// `c' = σ(f)·c + σ(i)·tanh(g)`, `h' = σ(o)·tanh(c')`.
    static AtenValue lstm(Arguments in, AtenGraph g) throws Problem {
        List<Value> state = in.tensors("hx");
        Value sum = g.op("Add", input(in, g), hidden(state.getFirst(), in, g));
        List<Value> gate = gates(sum, 4, g);
        Value kept = g.op("Mul", g.op("Sigmoid", gate.get(1)), state.get(1));
        Value added = g.op("Mul", g.op("Sigmoid", gate.get(0)), g.op("Tanh", gate.get(2)));
        Value cell = g.op("Add", kept, added);
        Value out = g.op("Mul", g.op("Sigmoid", gate.get(3)), g.op("Tanh", cell));
        return AtenValue.Items.ofTensors(List.of(out, cell));
    }

    /// `n = tanh(in + r·hn)`, `h' = n + z·(h − n)`.
    static AtenValue gru(Arguments in, AtenGraph g) throws Problem {
        Value state = in.tensor("hx");
        List<Value> a = gates(input(in, g), 3, g);
        List<Value> b = gates(hidden(state, in, g), 3, g);
        Value reset = g.op("Sigmoid", g.op("Add", a.get(0), b.get(0)));
        Value update = g.op("Sigmoid", g.op("Add", a.get(1), b.get(1)));
        Value fresh = g.op("Tanh", g.op("Add", a.get(2), g.op("Mul", reset, b.get(2))));
        Value kept = g.op("Mul", update, g.op("Sub", state, fresh));
        return AtenValue.of(g.op("Add", fresh, kept));
    }

    static AtenValue simple(Arguments in, AtenGraph g, String activation) throws Problem {
        Value sum = g.op("Add", input(in, g), hidden(in.tensor("hx"), in, g));
        return AtenValue.of(g.op(activation, sum));
    }
}
