package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.List;

/// The element type that operands of different types are computed in, after `c10/core/
/// ScalarType.cpp` and `aten/src/ATen/native/TypeProperties.cpp` of PyTorch 2.9: tensors with
/// dimensions outrank those without, and these outrank plain numbers, within a kind of number.
final class Promotion {
    private static final List<ElementType> INTEGERS =
            List.of(
                    ElementType.UINT8,
                    ElementType.INT8,
                    ElementType.INT16,
                    ElementType.INT32,
                    ElementType.INT64);

    private Promotion() {}

    /// The common type of the operands.
    static ElementType of(AtenGraph g, AtenValue... operands) throws Problem {
        ElementType dimensioned = ElementType.UNDEFINED;
        ElementType single = ElementType.UNDEFINED;
        ElementType number = ElementType.UNDEFINED;
        for (AtenValue operand : operands) {
            switch (operand) {
                case AtenValue.OfTensor(Value value) when g.isNumber(value) ->
                        number =
                                both(
                                        number,
                                        value.type().isFloating()
                                                ? ElementType.FLOAT
                                                : value.type());
                case AtenValue.OfTensor(Value value) -> {
                    if (g.rank(value) > 0) {
                        dimensioned = both(dimensioned, value.type());
                    } else {
                        single = both(single, value.type());
                    }
                }
                case AtenValue.Whole _ -> number = both(number, ElementType.INT64);
                case AtenValue.Real _ -> number = both(number, ElementType.FLOAT);
                case AtenValue.Truth _ -> number = both(number, ElementType.BOOL);
                case AtenValue.None _, AtenValue.Text _, AtenValue.Items _ -> {}
            }
        }
        return ranked(ranked(dimensioned, single), number);
    }

    /// The first, unless the second is of a higher kind: truth, whole number, fraction.
    private static ElementType ranked(ElementType higher, ElementType lower) {
        if (higher == ElementType.UNDEFINED) {
            return lower;
        }
        return lower != ElementType.UNDEFINED && kind(lower) > kind(higher)
                ? both(higher, lower)
                : higher;
    }

    private static int kind(ElementType type) {
        return type.isFloating() ? 2 : type == ElementType.BOOL ? 0 : 1;
    }

    /// The smallest type that holds both.
    static ElementType both(ElementType a, ElementType b) {
        if (a == b || b == ElementType.UNDEFINED) {
            return a;
        }
        if (a == ElementType.UNDEFINED) {
            return b;
        }
        if (kind(a) != kind(b)) {
            return kind(a) > kind(b) ? a : b;
        }
        if (a.isFloating()) {
            boolean halves = a.bits() == 16 && b.bits() == 16;
            return halves ? ElementType.FLOAT : a.bits() > b.bits() ? a : b;
        }
        if (a == ElementType.UINT8 || b == ElementType.UINT8) {
            ElementType other = a == ElementType.UINT8 ? b : a;
            return other == ElementType.INT8 ? ElementType.INT16 : other;
        }
        return INTEGERS.indexOf(a) > INTEGERS.indexOf(b) ? a : b;
    }

    /// That type, or the default type of fractions for whole numbers and truths.
    static ElementType fraction(ElementType type) {
        return type.isFloating() ? type : ElementType.FLOAT;
    }

    /// An operand in that type.
    static Value in(AtenValue operand, ElementType type, AtenGraph g, Arguments in, String name)
            throws Problem {
        return switch (operand) {
            case AtenValue.OfTensor(Value value) -> g.cast(value, type);
            case AtenValue.Whole(Size size) when size.isKnown() ->
                    g.number(size.number().orElseThrow(), type);
            case AtenValue.Whole(Size size) -> g.cast(g.scalar(size), type);
            case AtenValue.Real(double number) -> g.number(number, type);
            case AtenValue.Truth(boolean truth) -> g.number(truth ? 1 : 0, type);
            case AtenValue.None _, AtenValue.Text _, AtenValue.Items _ -> throw in.refused(name);
        };
    }

    /// Two operands in their common type.
    static List<Value> pair(Arguments in, String first, String second, AtenGraph g) throws Problem {
        AtenValue a = in.value(first);
        AtenValue b = in.value(second);
        ElementType type = of(g, a, b);
        return new ArrayList<>(List.of(in(a, type, g, in, first), in(b, type, g, in, second)));
    }
}
