package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `ClassifierChain`: one binary classifier a label, each also told what those before it chose.
final class ClassifierChainConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.multioutput.ClassifierChain");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        fitted.choice("chain_method_", "predict", "predict");
        Chain chain = Chain.of(fitted);
        List<Value> labels = new ArrayList<>();
        List<Value> probabilities = new ArrayList<>();
        List<Features> seen = new ArrayList<>(List.of(x));
        for (Estimator member : chain.members()) {
            Classified answer = g.classify(member, Features.join(seen)).getFirst();
            if (!answer.labels().equals(Labels.counted(2))) {
                throw member.unreadable("classes_");
            }
            Value label = g.reshape(answer.index(), -1, 1);
            labels.add(label);
            probabilities.add(Binary.probability(answer, member, g));
            seen.add(Features.of(g.cast(label, ElementType.DOUBLE), 1));
        }
        int count = labels.size();
        return List.of(
                new Classified(
                        new Labels.Indicators(count),
                        g.columns(g.sideBySide(labels), count, chain.back()),
                        Optional.of(g.columns(g.sideBySide(probabilities), count, chain.back())),
                        Optional.empty()));
    }
}
