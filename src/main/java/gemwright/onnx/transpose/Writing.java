package gemwright.onnx.transpose;

import gemwright.onnx.GraphBuilder;
import gemwright.onnx.GraphTransform;
import gemwright.onnx.Node;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Writes the nodes of a model's graph anew, each by the rule of its operator.
final class Writing implements GraphTransform {
    private final Function<GraphBuilder, Arrangement> start;
    private final Set<String> inner;
    private @Nullable Arrangement at;

    /// @param start makes what is remembered while the graph is written
    /// @param inner values of sub-graphs, whose nodes stay as they are
    Writing(Function<GraphBuilder, Arrangement> start, Set<String> inner) {
        this.start = start;
        this.inner = inner;
    }

    @Override
    public boolean replace(Node node, GraphBuilder g) {
        if (node.outputs().stream().anyMatch(inner::contains)) {
            return false;
        }
        Arrangement now = at == null ? start.apply(g) : at;
        at = now;
        Optional<Rule> rule = Rules.of(node);
        boolean carried = rule.isPresent() && rule.get().carry(node, now);
        return carried || now.pass(node);
    }
}
