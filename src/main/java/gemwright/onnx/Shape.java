package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.List;
import java.util.Optional;

/// The shape of a tensor as far as it is known: `TensorShapeProto`. No dimensions: a scalar.
public record Shape(List<Dimension> dimensions, Kept kept) {
    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    /// A shape of these dimensions.
    public static Shape of(Dimension... dimensions) {
        return new Shape(List.of(dimensions), Kept.NOTHING);
    }

    /// A shape of known sizes.
    public static Shape of(long... sizes) {
        return new Shape(
                java.util.Arrays.stream(sizes).mapToObj(Dimension::of).toList(), Kept.NOTHING);
    }

    /// How many dimensions.
    public int rank() {
        return dimensions.size();
    }

    /// The sizes, where all are known.
    public Optional<Longs> sizes() {
        long[] sizes = new long[rank()];
        for (int i = 0; i < sizes.length; i++) {
            if (!(dimensions.get(i) instanceof Dimension.Fixed fixed)) {
                return Optional.empty();
            }
            sizes[i] = fixed.size();
        }
        return Optional.of(Longs.of(sizes));
    }

    /// What else the message held; see [Kept].
    @Override
    public Kept kept() {
        return kept.fieldsOnly();
    }

    Kept found() {
        return kept;
    }

    /// `[N, 3, ?]`.
    @Override
    public String toString() {
        return dimensions.toString();
    }
}
