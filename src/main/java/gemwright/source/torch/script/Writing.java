package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.Aten;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.TensorRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes what was changed in place through a view back into the tensor that it looks at: ONNX has
/// no views, so that the tensor is put together anew around the changed part.
final class Writing {
    /// Views where the elements lie so that they can be, copies otherwise.
    private static final Set<String> MAY_COPY = Set.of("reshape", "reshape_as", "flatten");

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
            if (MAY_COPY.contains(view.operator())) {
                // Whether the base changed too nobody can tell: it stays of no use.
                return;
            }
            if (base.isConstant()) {
                throw places.problem("torch.state", path);
            }
            base.follow(within(base.value(g), part.value(g), view));
            part = base;
        }
    }

    private Value within(Value base, Value part, TensorRef.View view) throws Problem {
        List<Size> shape = g.shape(base);
        return switch (view.operator()) {
            case "select" -> {
                int axis = axis(view, shape);
                Size index = index(view, shape.get(axis));
                Value wide = call("unsqueeze", part, AtenValue.Whole.of(axis));
                yield around(base, wide, axis, index, index.plus(Size.ONE));
            }
            case "slice" -> slice(base, part, view, shape);
            case "view", "unflatten", "squeeze", "unsqueeze" -> call("reshape", part, sizes(shape));
            case "transpose" -> call("transpose", part, view.arguments().toArray(AtenValue[]::new));
            default -> throw places.problem("torch.alias");
        };
    }

    private Value slice(Value base, Value part, TensorRef.View view, List<Size> shape)
            throws Problem {
        int axis = axis(view, shape);
        Size size = shape.get(axis);
        Size start = place(view, 1, Size.ZERO, size);
        Size end = place(view, 2, size, size);
        boolean single =
                view.arguments().size() < 4
                        || view.arguments().get(3).equals(AtenValue.Whole.of(1));
        if (!single) {
            throw places.problem("torch.alias");
        }
        return around(base, part, axis, start, end);
    }

    /// A place from the front, within the axis where that can be told.
    private Size place(TensorRef.View view, int argument, Size otherwise, Size size)
            throws Problem {
        boolean given =
                view.arguments().size() > argument
                        && !(view.arguments().get(argument) instanceof AtenValue.None);
        Size at = given ? whole(view.arguments().get(argument)) : otherwise;
        if (at.isKnown() && at.number().orElse(0) < 0) {
            at = at.plus(size);
        }
        boolean open = at.isKnown() && at.number().orElse(0) > Integer.MAX_VALUE;
        if (at.isKnown() && size.isKnown()) {
            long known = Math.clamp(at.number().orElse(0), 0, size.number().orElse(0));
            return Size.of(known);
        }
        return open ? size : at;
    }

    private int axis(TensorRef.View view, List<Size> shape) throws Problem {
        long axis =
                view.arguments().isEmpty()
                        ? 0
                        : whole(view.arguments().getFirst()).number().orElse(-1);
        return Math.toIntExact(axis < 0 ? axis + shape.size() : axis);
    }

    private Size index(TensorRef.View view, Size size) throws Problem {
        Size index = whole(view.arguments().get(1));
        return index.isKnown() && index.number().orElse(0) < 0 ? index.plus(size) : index;
    }

    private Size whole(AtenValue value) throws Problem {
        if (value instanceof AtenValue.Whole(Size size)) {
            return size;
        }
        throw places.problem("torch.alias");
    }

    /// The tensor with another part between two places of an axis.
    private Value around(Value base, Value part, int axis, Size start, Size end) throws Problem {
        List<AtenValue> parts = new ArrayList<>();
        AtenValue along = AtenValue.Whole.of(axis);
        if (!start.is(0)) {
            parts.add(
                    AtenValue.of(
                            call(
                                    "slice",
                                    base,
                                    along,
                                    AtenValue.Whole.of(0),
                                    new AtenValue.Whole(start))));
        }
        parts.add(AtenValue.of(part));
        if (!end.equals(g.shape(base).get(axis))) {
            parts.add(AtenValue.of(call("slice", base, along, new AtenValue.Whole(end))));
        }
        AtenValue all = Aten.call("cat", List.of(new AtenValue.Items(parts), along), Map.of(), g);
        return value(all);
    }

    private static AtenValue sizes(List<Size> shape) {
        return new AtenValue.Items(
                shape.stream().map(size -> (AtenValue) new AtenValue.Whole(size)).toList());
    }

    private Value call(String operator, Value of, AtenValue... more) throws Problem {
        List<AtenValue> all = new ArrayList<>(List.of(AtenValue.of(of)));
        all.addAll(List.of(more));
        return value(Aten.call(operator, all, Map.of(), g));
    }

    private Value value(AtenValue result) throws Problem {
        Optional<Value> value =
                result instanceof AtenValue.OfTensor(Value tensor)
                        ? Optional.of(tensor)
                        : Optional.empty();
        if (value.isEmpty()) {
            throw places.problem("torch.alias");
        }
        return value.get();
    }
}
