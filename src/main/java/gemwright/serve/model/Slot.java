package gemwright.serve.model;

import gemwright.data.DType;

import java.util.List;
import java.util.stream.Collectors;

/// A tensor that a served model takes or gives.
///
/// @param name in the model
/// @param type of its elements
/// @param shape its dimensions, -1 where any size goes
/// @param ranked whether the number of dimensions is known; `shape` is empty where it is not
public record Slot(String name, DType type, List<Long> shape, boolean ranked) {
    /// Stands for a dimension of any size.
    public static final long FREE = -1;

    public Slot {
        shape = List.copyOf(shape);
    }

    /// A tensor of known rank.
    public Slot(String name, DType type, List<Long> shape) {
        this(name, type, shape, true);
    }

    /// Whether an array of these dimensions fits.
    public boolean takes(List<Long> dimensions) {
        if (!ranked) {
            return true;
        }
        if (dimensions.size() != shape.size()) {
            return false;
        }
        for (int i = 0; i < shape.size(); i++) {
            if (shape.get(i) != FREE && !shape.get(i).equals(dimensions.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether the first dimension counts rows: it exists and takes any size.
    public boolean isBatched() {
        return !shape.isEmpty() && shape.getFirst() == FREE;
    }

    /// `[any, 10]`, for messages.
    public String spelledShape() {
        if (!ranked) {
            return "of any rank";
        }
        return shape.stream()
                .map(size -> size == FREE ? "any" : Long.toString(size))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
