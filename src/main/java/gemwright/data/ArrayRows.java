package gemwright.data;

import java.util.ArrayList;
import java.util.List;

/// The arrays of a column being filled, one a row.
final class ArrayRows {
    private final List<NdArray> arrays = new ArrayList<>();
    private boolean allWhole = true;

    /// Whether the array has shape and type of those before.
    boolean fits(NdArray array) {
        return arrays.isEmpty()
                || (arrays.getLast().shape().equals(array.shape())
                        && arrays.getLast().dtype() == array.dtype());
    }

    void add(NdArray array) {
        allWhole = allWhole && whole(array);
        arrays.add(array);
    }

    NdArray get(int index) {
        return arrays.get(index);
    }

    void dropLast() {
        arrays.removeLast();
    }

    /// Forgets the arrays, not whether all were whole numbers.
    void clear() {
        arrays.clear();
    }

    /// All arrays as one, the first dimension counting them; `int64` where all that was ever added
    /// are whole numbers.
    NdArray stacked() {
        List<NdArray> single = new ArrayList<>();
        for (NdArray array : arrays) {
            long[] shape = new long[array.rank() + 1];
            shape[0] = 1;
            for (int i = 0; i < array.rank(); i++) {
                shape[i + 1] = array.shape().get(i);
            }
            single.add(array.reshape(shape));
        }
        NdArray all = NdArray.concat(single);
        if (all.dtype() != DType.FLOAT64 || !allWhole) {
            return all;
        }
        long[] shape = all.shape().stream().mapToLong(Long::longValue).toArray();
        return NdArray.of(all.integers(), shape);
    }

    /// Whether an array of `float64` holds whole numbers only, each exact.
    private static boolean whole(NdArray array) {
        for (long i = 0; array.dtype() == DType.FLOAT64 && i < array.size(); i++) {
            double value = array.number(i);
            if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
                return false;
            }
        }
        return true;
    }

    /// An array as a text.
    static String spelled(NdArray array) {
        StringBuilder text = new StringBuilder("[");
        for (long i = 0; i < array.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(array.text(i));
        }
        return text.append("]").toString();
    }
}
