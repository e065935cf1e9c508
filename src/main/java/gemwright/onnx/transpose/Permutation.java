package gemwright.onnx.transpose;

import gemwright.onnx.Longs;

import java.util.stream.IntStream;

/// An order of axes: axis `i` of a transposed value is axis `order[i]` of its source, as the `perm`
/// of ONNX's `Transpose` says.
///
/// @param order each of `0 … rank - 1` once
record Permutation(Longs order) {
    Permutation {
        if (IntStream.range(0, order.size()).anyMatch(i -> !order.contains((long) i))) {
            throw new IllegalArgumentException("no order of axes: " + order);
        }
    }

    static Permutation of(long... order) {
        return new Permutation(Longs.of(order));
    }

    static Permutation identity(int rank) {
        return new Permutation(Longs.of(IntStream.range(0, rank).asLongStream().toArray()));
    }

    int rank() {
        return order.size();
    }

    /// The axis of the source that is axis `axis` of the transposed value.
    int source(int axis) {
        return (int) order.at(axis);
    }

    boolean isIdentity() {
        return IntStream.range(0, rank()).allMatch(i -> source(i) == i);
    }

    /// The order that leads back.
    Permutation inverse() {
        long[] back = new long[rank()];
        for (int i = 0; i < back.length; i++) {
            back[source(i)] = i;
        }
        return of(back);
    }

    /// This order, and then another on what it gives.
    Permutation then(Permutation next) {
        return of(IntStream.range(0, rank()).mapToLong(i -> source(next.source(i))).toArray());
    }
}
