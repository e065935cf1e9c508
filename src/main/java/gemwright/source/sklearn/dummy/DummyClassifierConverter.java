package gemwright.source.sklearn.dummy;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `DummyClassifier`: always the same probabilities. Strategies that throw dice are refused.
final class DummyClassifierConverter implements EstimatorConverter.Classifier {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.dummy.DummyClassifier");
    }

    @Override
    public List<Classified> classify(Estimator fitted, Features x, EstimatorGraph g)
            throws Problem {
        String strategy = fitted.choice("strategy", "prior", "prior", "most_frequent", "constant");
        if (fitted.integer("n_outputs_", 1) != 1) {
            throw fitted.refuse("sklearn.multilabel");
        }
        Labels labels = fitted.labels("classes_");
        double[] prior = fitted.doubles("class_prior_");
        int chosen = 0;
        for (int i = 1; i < prior.length; i++) {
            chosen = prior[i] > prior[chosen] ? i : chosen;
        }
        if (strategy.equals("constant")) {
            chosen = place(fitted, labels);
        }
        double[] sure = new double[prior.length];
        sure[chosen] = 1;
        Value probabilities = g.everyRow(x, strategy.equals("prior") ? prior : sure);
        return List.of(
                new Classified(
                        labels,
                        g.argMax(g.everyRow(x, sure)),
                        Optional.of(probabilities),
                        Optional.empty()));
    }

    private static int place(Estimator fitted, Labels labels) throws Problem {
        Labels constant = fitted.labels("constant");
        int place =
                switch (labels) {
                    case Labels.Numbers(var values)
                            when constant instanceof Labels.Numbers(var one) ->
                            values.indexOf(one.getFirst());
                    case Labels.Texts(var values) when constant instanceof Labels.Texts(var one) ->
                            values.indexOf(one.getFirst());
                    case Labels.Numbers _ -> -1;
                    case Labels.Texts _ -> -1;
                    case Labels.Indicators _ -> -1;
                };
        if (place < 0) {
            throw fitted.unreadable("constant");
        }
        return place;
    }
}
