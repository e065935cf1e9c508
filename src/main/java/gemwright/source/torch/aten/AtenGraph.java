package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.sized.SizedGraph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The graph that calls of ATen's operators are written into, with the sizes of its values.
///
/// Belongs to one thread.
public final class AtenGraph extends SizedGraph {
    private final Map<String, Value> repeats = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();

    /// @param g where nodes go
    public AtenGraph(GraphBuilder g) {
        super(g);
    }

    /// Follows the nodes of a call.
    ///
    /// @throws Problem where inputs do not fit together, which only inputs of another shape would
    public void settle(String operator) throws Problem {
        shapes().advance();
        if (!shapes().conflicts().isEmpty()) {
            throw Problem.of("aten.conflict", "", operator, shapes().conflicts().getFirst());
        }
    }

    /// A tensor without dimensions that stands for a plain number of Python: it never decides what
    /// tensors are computed in.
    public Value number(Tensor tensor) {
        Value value = constant(tensor);
        numbers.add(value.name());
        return value;
    }

    /// Whether a value stands for a plain number.
    boolean isNumber(Value value) {
        return numbers.contains(value.name());
    }

    /// An axis counted from the front, of a rank that may be 0.
    int axis(long given, int rank, Arguments in, String name) throws Problem {
        int axes = Math.max(1, rank);
        long axis = given < 0 ? given + axes : given;
        if (axis < 0 || axis >= axes) {
            throw in.refused(name);
        }
        return (int) axis;
    }

    /// Remembers that a value is another one repeated along a first axis, which a product of
    /// matrices does by itself.
    void repeats(Value repeated, Value single) {
        repeats.put(repeated.name(), single);
    }

    /// What a value repeats along its first axis; the value itself where it repeats nothing.
    Value unrepeated(Value value) {
        return repeats.getOrDefault(value.name(), value);
    }
}
