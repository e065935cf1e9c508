package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.ScalarTypes;
import gemwright.source.torch.script.ScriptValue.Items;
import gemwright.source.torch.script.ScriptValue.TensorRef;

import java.util.List;
import java.util.Optional;

/// What a script asks about tensors: rank, sizes, type, place; and the numbers in tensors of one
/// element.
final class TensorQueries {
    private final AtenGraph g;
    private final Places places;

    TensorQueries(AtenGraph g, Places places) {
        this.g = g;
        this.places = places;
    }

    /// The answer; empty where this is no such question.
    Optional<ScriptValue> call(String name, List<ScriptValue> in) throws Problem {
        Optional<ScriptValue> global = ofNothing(name);
        if (global.isPresent()) {
            return global;
        }
        if (name.equals("NumToTensor") && in.size() == 1) {
            return toTensor(in.getFirst());
        }
        if (in.isEmpty() || !(in.getFirst() instanceof TensorRef tensor)) {
            return Optional.empty();
        }
        return number(name, tensor)
                .or(() -> property(name, tensor))
                .or(() -> shape(name, tensor, in));
    }

    private static Optional<ScriptValue> ofNothing(String name) {
        return switch (name) {
            // As where a model is called without `no_grad`: the fast paths that only Python has are
            // left aside.
            case "is_grad_enabled", "is_scripting" -> Optional.of(ScriptValue.of(true));
            case "is_autocast_enabled", "is_tracing", "_is_tracing", "is_autocast_cpu_enabled" ->
                    Optional.of(ScriptValue.of(false));
            default -> Optional.empty();
        };
    }

    /// Whole numbers stay sizes that can be followed.
    private Optional<ScriptValue> toTensor(ScriptValue number) {
        return number.asSize().map(size -> new TensorRef(g.scalar(size)));
    }

    /// The number in a tensor of one element, where it is known.
    private Optional<ScriptValue> number(String name, TensorRef tensor) throws Problem {
        switch (name) {
            case "int",
                    "Int",
                    "IntImplicit",
                    "float",
                    "Float",
                    "FloatImplicit",
                    "Scalar",
                    "ScalarImplicit",
                    "item" -> {}
            case "bool", "Bool" -> {
                return Optional.of(truth(tensor));
            }
            default -> {
                return Optional.empty();
            }
        }
        boolean fraction = name.startsWith("float") || name.startsWith("Float");
        Optional<Tensor> constant = tensor.constant().filter(t -> t.size() == 1);
        if (constant.isPresent()) {
            boolean whole =
                    !fraction
                            && (name.toLowerCase(java.util.Locale.ROOT).startsWith("int")
                                    || !constant.get().type().isFloating());
            return Optional.of(
                    whole
                            ? ScriptValue.of(constant.get().longs()[0])
                            : ScriptValue.of(constant.get().doubles()[0]));
        }
        Value value = tensor.value(g);
        g.settle(name);
        Optional<List<Size>> content = g.shapes().content(value).filter(c -> c.size() == 1);
        if (content.isEmpty() || (fraction && !content.get().getFirst().isKnown())) {
            throw places.problem("torch.number", name);
        }
        Size size = content.get().getFirst();
        return Optional.of(
                fraction
                        ? ScriptValue.of((double) size.number().orElseThrow())
                        : ScriptValue.of(size));
    }

    private ScriptValue truth(TensorRef tensor) {
        Optional<Tensor> constant = tensor.constant().filter(t -> t.size() == 1);
        if (constant.isPresent()) {
            return ScriptValue.of(constant.get().doubles()[0] != 0);
        }
        Value value = tensor.value(g);
        Value truth =
                value.type() == ElementType.BOOL
                        ? value
                        : g.builder()
                                .node("Cast")
                                .inputs(value)
                                .attribute("to", (long) ElementType.BOOL.code())
                                .output();
        return new ScriptValue.Undecided(truth);
    }

    private Optional<ScriptValue> property(String name, TensorRef tensor) {
        return switch (name) {
            case "dtype" -> ScalarTypes.code(tensor.value(g).type()).map(ScriptValue::of);
            case "device" -> Optional.of(ScriptValue.of("cpu"));
            case "layout" -> Optional.of(ScriptValue.of(0));
            case "requires_grad", "is_contiguous", "is_leaf" -> Optional.of(ScriptValue.of(true));
            case "is_nested",
                    "is_cuda",
                    "is_xpu",
                    "is_mkldnn",
                    "is_sparse",
                    "is_quantized",
                    "is_complex",
                    "is_meta",
                    "is_vulkan",
                    "is_mps" ->
                    Optional.of(ScriptValue.of(false));
            case "is_floating_point" ->
                    Optional.of(ScriptValue.of(tensor.value(g).type().isFloating()));
            default -> Optional.empty();
        };
    }

    private Optional<ScriptValue> shape(String name, TensorRef tensor, List<ScriptValue> in) {
        if (!List.of("dim", "ndimension", "size", "len", "numel").contains(name)) {
            return Optional.empty();
        }
        g.shapes().advance();
        Optional<List<Size>> shape = g.shapes().shape(tensor.value(g));
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        List<Size> sizes = shape.get();
        return switch (name) {
            case "dim", "ndimension" -> Optional.of(ScriptValue.of(sizes.size()));
            case "len" ->
                    sizes.isEmpty()
                            ? Optional.empty()
                            : Optional.of(ScriptValue.of(sizes.getFirst()));
            case "numel" ->
                    Optional.of(ScriptValue.of(sizes.stream().reduce(Size.ONE, Size::times)));
            default -> size(sizes, in);
        };
    }

    private static Optional<ScriptValue> size(List<Size> sizes, List<ScriptValue> in) {
        if (in.size() == 1) {
            return Optional.of(new Items(sizes.stream().map(ScriptValue::of).toList()));
        }
        long axis =
                in.get(1)
                        .asSize()
                        .map(s -> s.number().orElse(Long.MIN_VALUE))
                        .orElse(Long.MIN_VALUE);
        long at = axis < 0 ? axis + sizes.size() : axis;
        return at >= 0 && at < sizes.size()
                ? Optional.of(ScriptValue.of(sizes.get((int) at)))
                : Optional.empty();
    }
}
