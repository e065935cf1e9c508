package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.impute.Missing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `KNNImputer`: what is missing becomes the mean of the nearest training rows that have it; the
/// column's mean where no row shares a column with this one.
///
/// Distances leave out what either side lacks, and are stretched by the share that is left
/// (`nan_euclidean_distances`).
final class NeighborsImputerConverter implements EstimatorConverter.Transformer {
    private static final Metric EUCLIDEAN = new Metric(2, false);

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.impute.KNNImputer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        fitted.choice("metric", "nan_euclidean", "nan_euclidean");
        Matrix rows = fitted.matrix("_fit_X");
        Matrix lacking = fitted.matrix("_mask_fit_X"); // 1 where a training row lacks a column
        if (rows.rows() == 0
                || lacking.rows() != rows.rows()
                || lacking.columns() != rows.columns()) {
            throw fitted.unreadable("_mask_fit_X");
        }
        Missing missing = Missing.of(fitted);
        Value value = x.doubles(g);
        Value absent = missing.among(value, g);
        Value order = order(value, absent, rows, lacking, g); // [N, rows]
        boolean keepsEmpty = fitted.flag("keep_empty_features", false);
        List<Features> parts = new ArrayList<>();
        for (int column = 0; column < rows.columns(); column++) {
            List<Integer> donors = donors(lacking, column);
            Value own = g.columns(value, rows.columns(), List.of(column));
            if (!donors.isEmpty()) {
                Value gap = g.columns(absent, rows.columns(), List.of(column));
                Value fill = fill(fitted, order, rows, donors, column, g);
                parts.add(Features.of(g.op("Where", gap, fill, own).as(ElementType.DOUBLE), 1));
            } else if (keepsEmpty) {
                Value zero = g.everyRow(x, new double[] {0});
                parts.add(Features.of(zero, 1));
            }
        }
        if (fitted.has("indicator_")) {
            parts.add(missing.indicator(fitted.part("indicator_"), x, g));
        }
        if (parts.isEmpty()) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return Features.join(parts);
    }

    private static List<Integer> donors(Matrix lacking, int column) {
        List<Integer> donors = new ArrayList<>();
        for (int row = 0; row < lacking.rows(); row++) {
            if (lacking.at(row, column) == 0) {
                donors.add(row);
            }
        }
        return donors;
    }

    /// Squared distances; infinite where nothing is shared.
    private static Value order(
            Value value, Value absent, Matrix rows, Matrix lacking, EstimatorGraph g) {
        int width = rows.columns();
        Value present = g.cast(g.op("Not", absent).as(ElementType.BOOL), ElementType.DOUBLE);
        Value zeros = g.op("Mul", present, g.scalar("zero", 0, present));
        Value filled = g.op("Where", absent, zeros, value).as(ElementType.DOUBLE);
        Value sum = zeros;
        for (int column = 0; column < width; column++) {
            double[] theirs = new double[rows.rows()];
            double[] have = new double[rows.rows()];
            for (int row = 0; row < theirs.length; row++) {
                have[row] = 1 - lacking.at(row, column);
                theirs[row] = have[row] == 0 ? 0 : rows.at(row, column);
            }
            Value own = g.columns(filled, width, List.of(column));
            Value mine = g.columns(present, width, List.of(column));
            Value difference = g.op("Sub", own, g.doubles("column", theirs));
            Value shared = g.op("Mul", mine, g.doubles("have", have));
            Value term = g.op("Mul", g.op("Mul", difference, difference), shared);
            sum = column == 0 ? term : g.op("Add", sum, term);
        }
        double[] have = lacking.numbers();
        for (int i = 0; i < have.length; i++) {
            have[i] = 1 - have[i];
        }
        Matrix presence = new Matrix(rows.rows(), width, have);
        Value shared =
                g.op("MatMul", present, g.doubles("presence", presence.transposed()))
                        .as(ElementType.DOUBLE);
        Value one = g.scalar("one", 1, shared);
        Value counted = g.op("Max", shared, one);
        Value mean = g.op("Mul", g.op("Div", sum, counted), g.scalar("width", width, shared));
        Value nothing = g.op("Less", shared, one);
        Value far = g.scalar("far", Double.POSITIVE_INFINITY, shared);
        return g.op("Where", nothing, far, mean).as(ElementType.DOUBLE);
    }

    private static Value fill(
            Estimator fitted,
            Value order,
            Matrix rows,
            List<Integer> donors,
            int column,
            EstimatorGraph g)
            throws Problem {
        Value theirs = g.columns(order, rows.rows(), donors); // [N, donors]
        int count = Math.min(fitted.integer("n_neighbors", 5), donors.size());
        Nearest nearest = Nearest.of(theirs.as(ElementType.DOUBLE), EUCLIDEAN, count, g);
        double[] values = new double[donors.size()];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.at(donors.get(i), column);
            sum += values[i];
        }
        Value given =
                g.op("Gather", g.doubles("donors", values), nearest.places())
                        .as(ElementType.DOUBLE); // [N, count]
        Value far = g.scalar("far", Double.POSITIVE_INFINITY, given);
        Value near = g.op("Less", nearest.distances(), far);
        Value counts = g.cast(near.as(ElementType.BOOL), ElementType.DOUBLE);
        boolean even = fitted.choice("weights", "uniform", "uniform", "distance").equals("uniform");
        Value weights = even ? counts : Nearest.inverse(nearest.distances(), g);
        Value total = g.reduce("ReduceSum", weights.as(ElementType.DOUBLE), 1);
        Value weighed = g.op("Mul", given, weights).as(ElementType.DOUBLE);
        Value mean = g.op("Div", g.reduce("ReduceSum", weighed, 1), total);
        Value none = g.op("Equal", total, g.scalar("zero", 0, total));
        return g.op("Where", none, g.scalar("mean", sum / values.length, mean), mean)
                .as(ElementType.DOUBLE);
    }
}
