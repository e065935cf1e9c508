package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `RandomTreesEmbedding`: a column for each leaf that training rows reached, 1 where a row ends up
/// there.
final class TreeEmbeddingConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.ensemble.RandomTreesEmbedding");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<FittedTree> forest = Forest.of(fitted);
        List<PickleValue> leaves = fitted.part("one_hot_encoder_").members("categories_");
        if (leaves.size() != forest.size()) {
            throw fitted.unreadable("one_hot_encoder_");
        }
        List<BinaryTree> trees = new ArrayList<>();
        int width = 0;
        for (int t = 0; t < leaves.size(); t++) {
            double[] reached =
                    Values.numbers(leaves.get(t))
                            .orElseThrow(() -> fitted.unreadable("one_hot_encoder_"));
            trees.add(forest.get(t).places(width, reached));
            width += reached.length;
        }
        return Features.of(
                new TreeSum(trees, new double[width]).of(Inputs.rounded(x, g), g), width);
    }
}
