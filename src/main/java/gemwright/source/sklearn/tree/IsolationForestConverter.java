package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Grouped;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `IsolationForest`: how few questions it takes to set a row apart (Liu, Ting, Zhou 2008).
final class IsolationForestConverter implements EstimatorConverter.Grouper {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.IsolationForest");
    }

    @Override
    public Grouped group(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Estimator> members = fitted.children("estimators_");
        List<PickleValue> columns = fitted.members("estimators_features_");
        if (members.isEmpty() || members.size() != columns.size()) {
            throw fitted.unreadable("estimators_features_");
        }
        List<BinaryTree> trees = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            long[] seen =
                    Values.integers(columns.get(i))
                            .orElseThrow(() -> fitted.unreadable("estimators_features_"));
            for (long column : seen) {
                if (column < 0 || column >= x.width()) {
                    throw fitted.unreadable("estimators_features_");
                }
            }
            trees.add(FittedTree.of(members.get(i)).depths(seen));
        }
        String samples = fitted.has("_max_samples") ? "_max_samples" : "max_samples_";
        double usualDepth = FittedTree.averagePath(fitted.number(samples));
        double[] base = {0};
        Value depths =
                g.cast(new TreeSum(trees, base).of(Inputs.rounded(x, g), g), ElementType.DOUBLE);
        // a single training row has no depth at all: its score is 1
        double divisor = members.size() * usualDepth;
        Value exponent =
                divisor == 0
                        ? g.op("Sub", g.op("Sub", depths, depths), g.scalar("one", 1, depths))
                        : g.op("Div", g.op("Neg", depths), g.scalar("divisor", divisor, depths));
        Value power = g.op("Exp", g.op("Mul", exponent, g.scalar("ln2", Math.log(2), exponent)));
        Value negative = g.op("Neg", power);
        Value score =
                g.op("Sub", negative, g.scalar("offset", fitted.number("offset_"), negative))
                        .as(ElementType.DOUBLE);
        Value unusual = g.op("Less", score, g.scalar("zero", 0, score));
        Value label = g.op("Where", unusual, g.integer("unusual", -1), g.integer("usual", 1));
        return new Grouped(g.reshape(label.as(ElementType.INT64), -1), Optional.of(score), 1);
    }
}
