package gemwright.compare;

import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.data.NdArray;

import java.util.OptionalDouble;

/// Adds up the differences of one output, batch by batch.
final class DifferenceMeter {
    private final String name;
    private final Sum absolute = new Sum();
    private final Sum squared = new Sum();
    private final Sum product = new Sum();
    private final Sum normA = new Sum();
    private final Sum normB = new Sum();
    private double largest;
    private long elements;
    private long rows;
    private long sameLabel;
    private boolean numbers = true;
    private boolean classes;

    DifferenceMeter(String name) {
        this.name = name;
    }

    /// @throws Problem where the shapes or kinds differ
    void add(NdArray a, NdArray b) throws Problem {
        boolean textA = a.dtype() == DType.STRING;
        if (!a.shape().equals(b.shape()) || textA != (b.dtype() == DType.STRING)) {
            throw Problem.of("compare.shape", name, name, a.toString(), b.toString());
        }
        elements += a.size();
        if (textA) {
            numbers = false;
            return;
        }
        for (long i = 0; i < a.size(); i++) {
            add(a.number(i), b.number(i));
        }
    }

    private void add(double a, double b) {
        if (!Double.isFinite(a) && Double.compare(a, b) == 0) {
            return;
        }
        double difference = Math.abs(a - b);
        // Math.max lets a NaN through, so that it cannot hide behind a smaller difference.
        largest = Math.max(largest, difference);
        absolute.add(difference);
        squared.add(difference * difference);
        product.add(a * b);
        normA.add(a * a);
        normB.add(b * b);
    }

    void add(Classes a, Classes b) {
        classes = true;
        rows += a.rows();
        for (int row = 0; row < a.rows(); row++) {
            sameLabel += a.label(row).equals(b.label(row)) ? 1 : 0;
        }
    }

    OutputDifference difference() {
        return new OutputDifference(
                name,
                elements,
                number(largest),
                number(absolute.value() / elements),
                number(Math.sqrt(squared.value() / elements)),
                number(product.value() / (Math.sqrt(normA.value()) * Math.sqrt(normB.value()))),
                number(signalToNoise()),
                classes ? OptionalDouble.of((double) sameLabel / rows) : OptionalDouble.empty());
    }

    private double signalToNoise() {
        return squared.value() == 0
                ? Double.POSITIVE_INFINITY
                : 10 * Math.log10(normA.value() / squared.value());
    }

    private OptionalDouble number(double value) {
        return numbers ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
