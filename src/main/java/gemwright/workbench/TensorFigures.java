package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;
import gemwright.onnx.ElementType;
import gemwright.onnx.Elements;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A constant and what its numbers are like.
///
/// @param numbers absent for strings, complex numbers, and tensors without elements
public record TensorFigures(
        String name, ElementType type, Longs shape, long bytes, Optional<Numbers> numbers) {
    /// Statistics as numpy computes them in double precision: NaN in the tensor makes all but
    /// `zeros` NaN.
    ///
    /// @param std of the population (divided by n)
    /// @param zeros how many elements are zero
    public record Numbers(
            double min, double max, double mean, double std, long zeros, double sum) {}

    static List<TensorFigures> of(List<Tensor> tensors, Progress progress) throws Problem {
        long total = tensors.stream().mapToLong(t -> t.data().bytes()).sum();
        AtomicLong done = new AtomicLong();
        return Tasks.parallel(
                tensors,
                tensor -> {
                    progress.step("weighing", done.get(), total);
                    TensorFigures figures = of(tensor);
                    done.addAndGet(tensor.data().bytes());
                    return figures;
                });
    }

    private static TensorFigures of(Tensor tensor) {
        ElementType type = tensor.type();
        boolean numeric = type.isFloating() || type.isInteger() || type == ElementType.BOOL;
        Optional<Numbers> numbers =
                numeric && tensor.elements().count() > 0
                        ? Optional.of(numbers(tensor.elements()))
                        : Optional.empty();
        return new TensorFigures(
                tensor.name(), type, tensor.shape(), tensor.data().bytes(), numbers);
    }

    /// Two passes, since mean of squares minus square of mean cancels.
    private static Numbers numbers(Elements elements) {
        long count = elements.count();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long zeros = 0;
        Sum sum = new Sum();
        for (long i = 0; i < count; i++) {
            double x = elements.number(i);
            min = Math.min(min, x);
            max = Math.max(max, x);
            zeros += x == 0 ? 1 : 0;
            sum.add(x);
        }
        double mean = sum.value() / count;
        Sum squares = new Sum();
        for (long i = 0; i < count; i++) {
            double distance = elements.number(i) - mean;
            squares.add(distance * distance);
        }
        return new Numbers(min, max, mean, Math.sqrt(squares.value() / count), zeros, sum.value());
    }

    /// Adds up in blocks, so that the error does not grow with the count (as numpy's pairwise
    /// sums).
    private static final class Sum {
        private static final int BLOCK = 1024;

        private double whole;
        private double lost;
        private double block;
        private int inBlock;

        void add(double value) {
            block += value;
            if (++inBlock == BLOCK) {
                flush();
            }
        }

        /// Neumaier's compensated sum of the blocks.
        private void flush() {
            double next = whole + block;
            if (Double.isFinite(next)) {
                lost +=
                        Math.abs(whole) >= Math.abs(block)
                                ? (whole - next) + block
                                : (block - next) + whole;
            }
            whole = next;
            block = 0;
            inBlock = 0;
        }

        double value() {
            flush();
            return whole + lost;
        }
    }
}
