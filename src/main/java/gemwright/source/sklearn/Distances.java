package gemwright.source.sklearn;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.List;

/// Distances between rows and fixed points, in double.
public final class Distances {
    /// From so many columns on, adding them up one by one makes the graph too long.
    private static final int WIDE = 256;

    private Distances() {}

    /// Squared Euclidean distances, `[N, points]`, through `|x|² - 2x·p + |p|²`.
    ///
    /// Both are moved by the points' mean first: columns far from zero would cancel out.
    public static Value squared(Value x, Matrix points, EstimatorGraph g) {
        double[] mean = mean(points);
        Matrix moved = moved(points, mean);
        double[] lengths = new double[points.rows()];
        for (int i = 0; i < lengths.length; i++) {
            for (double coordinate : moved.row(i)) {
                lengths[i] += coordinate * coordinate;
            }
        }
        Value centred = g.op("Sub", x, g.doubles("mean", mean));
        Value own = g.reduce("ReduceSumSquare", centred, 1); // [N, 1]
        Value products = g.op("MatMul", centred, g.doubles("points", moved.transposed()));
        Value twice = g.op("Add", products, products);
        Value sums = g.op("Add", g.op("Sub", own, twice), g.doubles("lengths", lengths));
        return g.op("Max", sums, g.scalar("zero", 0, sums));
    }

    /// Squared Euclidean distances, `[N, points]`, column by column: equal rows are exactly 0
    /// apart. Very wide rows are taken in one product.
    public static Value summed(Value x, Matrix points, EstimatorGraph g) {
        if (points.columns() > WIDE) {
            return squared(x, points, g);
        }
        Value sum = square(x, points, 0, g);
        for (int column = 1; column < points.columns(); column++) {
            sum = g.op("Add", sum, square(x, points, column, g));
        }
        return sum;
    }

    private static Value square(Value x, Matrix points, int column, EstimatorGraph g) {
        double[] others = new double[points.rows()];
        for (int row = 0; row < others.length; row++) {
            others[row] = points.at(row, column);
        }
        Value own = g.columns(x, points.columns(), List.of(column));
        Value difference = g.op("Sub", own, g.doubles("column", others));
        return g.op("Mul", difference, difference);
    }

    /// The place of the nearest point, int64 `[N]`; of equally near ones the first.
    public static Value nearest(Value distances, EstimatorGraph g) {
        return g.node("ArgMin")
                .inputs(distances)
                .attribute("axis", 1)
                .attribute("keepdims", 0)
                .output(ElementType.INT64);
    }

    private static double[] mean(Matrix points) {
        double[] mean = new double[points.columns()];
        for (int row = 0; row < points.rows(); row++) {
            for (int column = 0; column < mean.length; column++) {
                mean[column] += points.at(row, column) / points.rows();
            }
        }
        return mean;
    }

    private static Matrix moved(Matrix points, double[] mean) {
        double[] numbers = points.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] -= mean[i % mean.length];
        }
        return new Matrix(points.rows(), points.columns(), numbers);
    }
}
