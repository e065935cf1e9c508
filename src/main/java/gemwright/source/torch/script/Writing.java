package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.Views;
import gemwright.source.torch.script.ScriptValue.TensorRef;

import java.util.Optional;

/// Writes what was changed in place through a view back into the tensor that it looks at.
final class Writing {
    private final AtenGraph g;
    private final Places places;

    Writing(AtenGraph g, Places places) {
        this.g = g;
        this.places = places;
    }

    static Value cast(Value value, ElementType type, AtenGraph g) {
        return value.type() == type
                ? value
                : g.builder()
                        .node("Cast")
                        .inputs(value)
                        .attribute("to", (long) type.code())
                        .output();
    }

    /// Changes all tensors that a changed one looks at.
    ///
    /// @throws Problem where one belongs to the module, or the view is of a kind that cannot be
    ///   undone
    void back(TensorRef changed, String path) throws Problem {
        TensorRef part = changed;
        while (part.view().isPresent()) {
            TensorRef.View view = part.view().get();
            TensorRef base = view.base();
            if (Views.mayCopy(view.operator())) {
                // Whether the base changed too nobody can tell: it stays of no use.
                return;
            }
            if (base.isConstant()) {
                throw places.problem("torch.state", path);
            }
            Optional<Value> whole =
                    new Views(g)
                            .changed(
                                    base.value(g),
                                    part.value(g),
                                    view.operator(),
                                    view.arguments());
            if (whole.isEmpty()) {
                throw places.problem("torch.alias");
            }
            base.follow(whole.get());
            part = base;
        }
    }
}
