package gemwright.source.sklearn;

import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;

import java.util.Optional;

/// Matrices that scipy keeps as compressed sparse rows (`csr_matrix`): the numbers of all rows one
/// behind the other, their columns, and where each row starts.
final class SparseRows {
    /// A dense matrix of 512 MiB.
    private static final long LARGEST = 1L << 26;

    private SparseRows() {}

    static boolean isSparse(PickleObject object) {
        String type = object.typeName();
        return type.startsWith("scipy.sparse.")
                && (type.endsWith(".csr_matrix") || type.endsWith(".csr_array"));
    }

    /// All numbers, zeros too; empty where the parts do not fit each other.
    static Optional<Matrix> dense(PickleObject sparse) {
        Optional<long[]> shape = part(sparse, "_shape");
        Optional<long[]> starts = part(sparse, "indptr");
        Optional<long[]> columns = part(sparse, "indices");
        Optional<double[]> numbers = sparse.attribute("data").flatMap(Values::numbers);
        boolean complete =
                shape.isPresent()
                        && starts.isPresent()
                        && columns.isPresent()
                        && numbers.isPresent()
                        && fits(shape.get(), starts.get(), columns.get(), numbers.get().length);
        if (!complete) {
            return Optional.empty();
        }
        int rows = (int) shape.get()[0];
        int width = (int) shape.get()[1];
        double[] all = new double[rows * width];
        for (int row = 0; row < rows; row++) {
            for (long i = starts.get()[row]; i < starts.get()[row + 1]; i++) {
                all[row * width + (int) columns.get()[(int) i]] += numbers.get()[(int) i];
            }
        }
        return Optional.of(new Matrix(rows, width, all));
    }

    private static Optional<long[]> part(PickleObject sparse, String attribute) {
        Optional<PickleValue> value = sparse.attribute(attribute);
        return value.flatMap(Values::integers);
    }

    private static boolean fits(long[] shape, long[] starts, long[] columns, int numbers) {
        boolean sized =
                shape.length == 2
                        && shape[0] >= 0
                        && shape[1] >= 0
                        && shape[0] < LARGEST
                        && shape[1] < LARGEST
                        && shape[0] * shape[1] <= LARGEST
                        && starts.length == shape[0] + 1
                        && starts[0] == 0
                        && columns.length == numbers
                        && starts[starts.length - 1] <= numbers;
        for (int i = 1; sized && i < starts.length; i++) {
            sized = starts[i] >= starts[i - 1];
        }
        for (int i = 0; sized && i < columns.length; i++) {
            sized = columns[i] >= 0 && columns[i] < shape[1];
        }
        return sized;
    }
}
