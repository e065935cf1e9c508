package gemwright.source.sized;

import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.shape.ShapeTracker;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sizes as values of the graph: constants, or computed from the shapes that they stand in.
final class SizeValues {
    private final GraphBuilder g;
    private final ShapeTracker shapes;
    private final Map<String, Value> named = new HashMap<>();

    SizeValues(GraphBuilder g, ShapeTracker shapes) {
        this.g = g;
        this.shapes = shapes;
    }

    /// A vector; known neighbours are one constant.
    Value vector(List<Size> sizes) {
        List<Value> parts = new ArrayList<>();
        List<Long> known = new ArrayList<>();
        for (Size size : sizes) {
            if (size.isKnown()) {
                known.add(size.number().orElseThrow());
            } else {
                flush(known, parts);
                parts.add(one(size));
            }
        }
        flush(known, parts);
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return parts.isEmpty()
                ? g.constant("sizes", new long[0], 0)
                : g.node("Concat").inputs(parts).attribute("axis", 0L).output();
    }

    private void flush(List<Long> known, List<Value> parts) {
        if (!known.isEmpty()) {
            long[] numbers = known.stream().mapToLong(Long::longValue).toArray();
            parts.add(g.constant("sizes", numbers, numbers.length));
            known.clear();
        }
    }

    /// A number without dimensions.
    Value scalar(Size size) {
        return size.isKnown()
                ? g.scalar("size", size.number().orElseThrow())
                : g.op("Squeeze", one(size), g.constant("axes", new long[] {0}, 1));
    }

    /// A vector of one.
    private Value one(Size size) {
        Value sum = Value.NONE;
        for (Size.Term term : size.terms()) {
            Value product = Value.NONE;
            for (String name : term.names()) {
                Value factor = named(name, size);
                product = product.equals(Value.NONE) ? factor : g.op("Mul", product, factor);
            }
            Value coefficient = g.constant("sizes", new long[] {term.coefficient()}, 1);
            if (product.equals(Value.NONE)) {
                product = coefficient;
            } else if (term.coefficient() != 1) {
                product = g.op("Mul", product, coefficient);
            }
            sum = sum.equals(Value.NONE) ? product : g.op("Add", sum, product);
        }
        return sum.equals(Value.NONE) ? g.constant("sizes", new long[] {0}, 1) : sum;
    }

    private Value named(String name, Size size) {
        Value known = named.get(name);
        if (known == null) {
            known = read(name, size);
            named.put(name, known);
        }
        return known;
    }

    private Value read(String name, Size size) {
        Optional<ShapeTracker.Place> place = shapes.place(name);
        if (place.isPresent()) {
            int axis = place.get().axis();
            return g.node("Shape")
                    .inputs(place.get().value())
                    .attribute("start", (long) axis)
                    .attribute("end", axis + 1L)
                    .output();
        }
        Optional<Size.Computation> computation = size.computation(name);
        if (computation.isEmpty()) {
            throw new IllegalStateException("nobody knows the size " + name);
        }
        Value a = one(computation.get().a());
        Value b = one(computation.get().b());
        return switch (computation.get().function()) {
            case "floor" -> g.op("Div", a, b);
            case "mod" -> g.op("Mod", a, b);
            case "min" -> g.op("Min", a, b);
            case "max" -> g.op("Max", a, b);
            default -> throw new IllegalStateException(name);
        };
    }
}
