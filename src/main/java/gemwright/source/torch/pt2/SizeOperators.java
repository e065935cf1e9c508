package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Operators of the exported program that are none of ATen's: arithmetic with sizes, parts of
/// tuples, and checks, which a model without data to check leaves out.
final class SizeOperators {
    private static final Set<String> CHECKS =
            Set.of(
                    "torch.ops.aten._assert_scalar.default",
                    "torch.ops.aten._assert_tensor_metadata.default",
                    "torch.ops.aten._assert_async.default",
                    "torch.ops.aten._assert_async.msg",
                    "torch.ops.aten.sym_constrain_range.default",
                    "torch.ops.aten.sym_constrain_range_for_size.default",
                    "torch._check",
                    "_operator.ge",
                    "_operator.le",
                    "_operator.eq",
                    "_operator.ne",
                    "_operator.gt",
                    "_operator.lt",
                    "_operator.and_");

    private SizeOperators() {}

    /// Whether it only checks, and gives nothing that anything uses.
    static boolean isCheck(String target) {
        return CHECKS.contains(target);
    }

    /// The result; empty where this is no such operator.
    static Optional<AtenValue> call(String target, List<AtenValue> in, AtenGraph g) throws Problem {
        if (CHECKS.contains(target)) {
            return Optional.of(AtenValue.None.VALUE);
        }
        return switch (target) {
            case "_operator.getitem" -> element(in);
            case "torch.ops.aten.sym_size.int" -> size(in, g);
            case "torch.ops.aten.sym_numel.default" ->
                    in.getFirst() instanceof AtenValue.OfTensor(Value x)
                            ? Optional.of(whole(g.shape(x).stream().reduce(Size.ONE, Size::times)))
                            : Optional.empty();
            default -> arithmetic(target, in);
        };
    }

    private static AtenValue whole(Size size) {
        return new AtenValue.Whole(size);
    }

    private static Optional<AtenValue> element(List<AtenValue> in) {
        boolean inside =
                in.size() == 2
                        && in.get(0) instanceof AtenValue.Items
                        && in.get(1) instanceof AtenValue.Whole;
        if (!inside) {
            return Optional.empty();
        }
        List<AtenValue> items = ((AtenValue.Items) in.get(0)).items();
        long index = ((AtenValue.Whole) in.get(1)).size().number().orElse(-1);
        return index >= 0 && index < items.size()
                ? Optional.of(items.get((int) index))
                : Optional.empty();
    }

    private static Optional<AtenValue> size(List<AtenValue> in, AtenGraph g) throws Problem {
        if (!(in.getFirst() instanceof AtenValue.OfTensor(Value x))
                || !(in.get(1) instanceof AtenValue.Whole(Size axis))) {
            return Optional.empty();
        }
        List<Size> sizes = g.shape(x);
        long given = axis.number().orElse(-1);
        long at = given < 0 ? given + sizes.size() : given;
        return at >= 0 && at < sizes.size()
                ? Optional.of(whole(sizes.get((int) at)))
                : Optional.empty();
    }

    private static Optional<AtenValue> arithmetic(String target, List<AtenValue> in) {
        List<Size> sizes =
                in.stream()
                        .filter(AtenValue.Whole.class::isInstance)
                        .map(v -> ((AtenValue.Whole) v).size())
                        .toList();
        if (sizes.size() != in.size() || sizes.isEmpty()) {
            return Optional.empty();
        }
        Size a = sizes.getFirst();
        if (target.equals("_operator.neg")) {
            return Optional.of(whole(Size.ZERO.minus(a)));
        }
        if (sizes.size() != 2) {
            return Optional.empty();
        }
        Size b = sizes.get(1);
        return switch (target) {
            case "_operator.add" -> Optional.of(whole(a.plus(b)));
            case "_operator.sub" -> Optional.of(whole(a.minus(b)));
            case "_operator.mul" -> Optional.of(whole(a.times(b)));
            case "_operator.floordiv" -> Optional.of(whole(a.floorQuotient(b)));
            case "_operator.mod" -> Optional.of(whole(a.remainder(b)));
            case "torch.sym_max" -> Optional.of(whole(a.most(b)));
            case "torch.sym_min" -> Optional.of(whole(a.least(b)));
            default -> Optional.empty();
        };
    }
}
