package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Operators whose results look at the elements of their first argument, and what becomes of that
/// argument when elements are changed through them: ONNX has no views, so that it is put together
/// anew around the changed part.
public final class Views {
    /// Views where the elements lie so that they can be, copies otherwise.
    private static final Set<String> MAY_COPY = Set.of("reshape", "reshape_as", "flatten");

    private static final Set<String> ALWAYS =
            Set.of(
                    "view",
                    "_unsafe_view",
                    "view_as",
                    "unflatten",
                    "permute",
                    "transpose",
                    "swapaxes",
                    "swapdims",
                    "movedim",
                    "t",
                    "numpy_T",
                    "squeeze",
                    "unsqueeze",
                    "expand",
                    "expand_as",
                    "select",
                    "slice",
                    "narrow",
                    "alias",
                    "detach",
                    "split",
                    "split_with_sizes",
                    "chunk",
                    "unbind");

    private final AtenGraph g;

    /// @param g where nodes go
    public Views(AtenGraph g) {
        this.g = g;
    }

    /// Whether results of that operator may look at its first argument.
    public static boolean isView(String operator) {
        return ALWAYS.contains(operator) || MAY_COPY.contains(operator);
    }

    /// Whether nobody can tell if they do.
    public static boolean mayCopy(String operator) {
        return MAY_COPY.contains(operator);
    }

    /// The tensor with its view changed; empty where the view is of a kind that cannot be undone.
    ///
    /// @param operator that made the view
    /// @param arguments of the operator, behind the tensor
    public Optional<Value> changed(
            Value base, Value part, String operator, List<AtenValue> arguments) throws Problem {
        List<Size> shape = g.shape(base);
        return switch (operator) {
            case "select" -> select(base, part, arguments, shape);
            case "slice" -> slice(base, part, arguments, shape);
            case "view", "unflatten", "squeeze", "unsqueeze" ->
                    Optional.of(call("reshape", part, sizes(shape)));
            case "alias", "detach" -> Optional.of(part);
            case "transpose" ->
                    Optional.of(call("transpose", part, arguments.toArray(AtenValue[]::new)));
            default -> Optional.empty();
        };
    }

    private Optional<Value> select(
            Value base, Value part, List<AtenValue> arguments, List<Size> shape) throws Problem {
        Optional<Integer> axis = axis(arguments, shape);
        Optional<Size> index = arguments.size() < 2 ? Optional.empty() : whole(arguments.get(1));
        if (axis.isEmpty() || index.isEmpty()) {
            return Optional.empty();
        }
        Size size = shape.get(axis.get());
        boolean back = index.get().isKnown() && index.get().number().orElse(0) < 0;
        Size at = back ? index.get().plus(size) : index.get();
        Value wide = call("unsqueeze", part, AtenValue.Whole.of(axis.get()));
        return Optional.of(around(base, wide, axis.get(), at, at.plus(Size.ONE)));
    }

    private Optional<Value> slice(
            Value base, Value part, List<AtenValue> arguments, List<Size> shape) throws Problem {
        Optional<Integer> axis = axis(arguments, shape);
        boolean single = arguments.size() < 4 || arguments.get(3).equals(AtenValue.Whole.of(1));
        if (axis.isEmpty() || !single) {
            return Optional.empty();
        }
        Size size = shape.get(axis.get());
        Optional<Size> start = place(arguments, 1, Size.ZERO, size);
        Optional<Size> end = place(arguments, 2, size, size);
        return start.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(around(base, part, axis.get(), start.get(), end.get()));
    }

    /// A place from the front, within the axis where that can be told.
    private static Optional<Size> place(
            List<AtenValue> arguments, int argument, Size otherwise, Size size) {
        boolean given =
                arguments.size() > argument && !(arguments.get(argument) instanceof AtenValue.None);
        Optional<Size> at = given ? whole(arguments.get(argument)) : Optional.of(otherwise);
        return at.map(found -> Places.within(found, size));
    }

    private static Optional<Integer> axis(List<AtenValue> arguments, List<Size> shape) {
        Optional<Size> given =
                arguments.isEmpty() ? Optional.of(Size.ZERO) : whole(arguments.getFirst());
        long axis =
                given.isPresent() ? given.get().number().orElse(Long.MIN_VALUE) : Long.MIN_VALUE;
        long at = axis < 0 ? axis + shape.size() : axis;
        return at >= 0 && at < shape.size() ? Optional.of((int) at) : Optional.empty();
    }

    private static Optional<Size> whole(AtenValue value) {
        return value instanceof AtenValue.Whole(Size size) ? Optional.of(size) : Optional.empty();
    }

    /// The tensor with another part between two places of an axis.
    private Value around(Value base, Value part, int axis, Size start, Size end) throws Problem {
        AtenValue along = AtenValue.Whole.of(axis);
        Map<String, AtenValue> places =
                Map.of(
                        "dim", along,
                        "start", new AtenValue.Whole(start),
                        "end", new AtenValue.Whole(end));
        List<AtenValue> both = List.of(AtenValue.of(base), AtenValue.of(part));
        return value(Aten.call("slice_scatter", both, places, g));
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

    private static Value value(AtenValue result) {
        return ((AtenValue.OfTensor) result).value();
    }
}
