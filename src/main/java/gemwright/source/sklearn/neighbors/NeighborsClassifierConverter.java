package gemwright.source.sklearn.neighbors;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Matrix;
import gemwright.source.sklearn.Scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `KNeighborsClassifier`: the classes of the nearest training rows, counted or weighed.
final class NeighborsClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.neighbors.KNeighborsClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        Nearest nearest = Nearest.of(fitted, x, fitted.integer("n_neighbors", 5), g);
        Value weights = g.reshape(nearest.weights(fitted, g), 0, -1, 1); // [N, count, 1]
        List<Classified> targets = new ArrayList<>();
        for (Targets.Target target : Targets.of(fitted)) {
            Labels labels = target.labels();
            Value votes = nearest.gathered(target.indicators(), g); // [N, count, classes]
            Value weighed = g.op("Mul", votes, weights).as(ElementType.DOUBLE);
            Value sums =
                    g.node("ReduceSum")
                            .inputs(weighed, g.integers("axes", 1))
                            .attribute("keepdims", 0)
                            .output(ElementType.DOUBLE); // [N, classes]
            Value shares = g.op("Div", sums, g.reduce("ReduceSum", sums, 1));
            targets.add(Scores.mostProbable(labels, shares.as(ElementType.DOUBLE), g));
        }
        return targets;
    }

    /// The classes of training rows.
    static final class Targets {
        private Targets() {}

        /// One target.
        ///
        /// @param indicators 1 where a training row has a class, `[rows, classes]`
        record Target(Labels labels, Matrix indicators) {}

        static List<Target> of(Estimator fitted) throws Problem {
            List<Labels> labels = fitted.labelsPerTarget("classes_");
            Matrix classes = fitted.matrix("_y");
            int rows = Nearest.rows(fitted).rows();
            double[] all = classes.numbers();
            if (all.length != rows * labels.size()) {
                throw fitted.unreadable("_y");
            }
            List<Target> targets = new ArrayList<>();
            for (int target = 0; target < labels.size(); target++) {
                int width = labels.get(target).size();
                double[] indicators = new double[rows * width];
                for (int row = 0; row < rows; row++) {
                    double place = all[row * labels.size() + target];
                    if (!(place >= 0 && place < width && place == Math.rint(place))) {
                        throw fitted.unreadable("_y");
                    }
                    indicators[row * width + (int) place] = 1;
                }
                targets.add(new Target(labels.get(target), new Matrix(rows, width, indicators)));
            }
            return targets;
        }
    }
}
