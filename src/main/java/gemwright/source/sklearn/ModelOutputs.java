package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorConverter.Classifier;
import gemwright.source.sklearn.EstimatorConverter.Grouper;
import gemwright.source.sklearn.EstimatorConverter.Regressor;
import gemwright.source.sklearn.EstimatorConverter.Transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Names and shapes of a model's outputs: what an estimator says, by its kind.
final class ModelOutputs {
    private final EstimatorGraph g;
    private final GraphBuilder builder;

    ModelOutputs(EstimatorGraph g, GraphBuilder builder) {
        this.g = g;
        this.builder = builder;
    }

    /// Asks the estimator and names what it answers.
    void write(Estimator root, Features x) throws Problem {
        Answers.Chain chain = g.answers().unwrap(root, x);
        if (chain.speaker().isEmpty()) {
            transformed(root, chain.x());
            return;
        }
        Answers.Speaker speaker = chain.speaker().get();
        Estimator estimator = speaker.estimator();
        switch (speaker.converter()) {
            case Classifier _ ->
                    classes(
                            g.answers().classify(estimator, speaker.x()),
                            () -> root.refuse("sklearn.mixedLabels"));
            case Regressor _ -> numbers(g.answers().predict(estimator, speaker.x()));
            case Grouper _ -> g.answers().group(estimator, speaker.x()).ifPresent(this::groups);
            case Transformer _ -> transformed(root, g.answers().transform(estimator, speaker.x()));
            case EstimatorConverter.Wrapper _ -> throw new IllegalStateException(root.toString());
        }
    }

    /// Asks a model that is no estimator and names what it answers.
    void write(StandaloneModel model, Features x) throws Problem {
        Optional<StandaloneModel.Answer> answer =
                g.answers().at(model.name(), model, asked -> asked.answer(x, g));
        if (answer.isPresent()) {
            switch (answer.get()) {
                case StandaloneModel.Classes(var targets) ->
                        classes(
                                targets,
                                () ->
                                        Problem.of(
                                                "sklearn.mixedLabels", model.name(), model.name()));
                case StandaloneModel.Numbers(var predicted) -> numbers(predicted);
            }
        }
    }

    private void classes(List<Classified> targets, Supplier<Problem> mixed) throws Problem {
        List<Value> labels = new ArrayList<>();
        for (Classified target : targets) {
            labels.add(label(target));
        }
        if (labels.stream().map(Value::type).distinct().count() > 1) {
            throw mixed.get();
        }
        if (targets.getFirst().labels() instanceof Labels.Indicators(int count)) {
            builder.output("label", labels.getFirst(), rows(), Dimension.of(count));
        } else if (labels.size() == 1) {
            builder.output("label", labels.getFirst(), rows());
        } else {
            List<Value> columns = labels.stream().map(l -> g.reshape(l, -1, 1)).toList();
            builder.output("label", g.sideBySide(columns), rows(), Dimension.of(columns.size()));
        }
        for (int i = 0; i < targets.size(); i++) {
            Classified target = targets.get(i);
            boolean likely = target.probabilities().isPresent();
            String name = likely ? "probabilities" : "scores";
            Optional<Value> numbers = likely ? target.probabilities() : target.scores();
            if (numbers.isPresent()) {
                int width = target.labels().size() == 2 && !likely ? 1 : target.labels().size();
                numbers(targets.size() == 1 ? name : name + "_" + i, numbers.get(), width);
            }
        }
    }

    /// The classes at the chosen places: the places themselves where classes are 0, 1, 2 …
    private Value label(Classified target) {
        Labels labels = target.labels();
        if (labels.equals(Labels.counted(labels.size()))) {
            return target.index();
        }
        return switch (labels) {
            case Labels.Indicators _ -> target.index();
            case Labels.Numbers(var values) ->
                    g.op(
                            "Gather",
                            g.integers(
                                    "classes",
                                    values.stream().mapToLong(Long::longValue).toArray()),
                            target.index());
            case Labels.Texts(var values) ->
                    g.op("Gather", g.texts("classes", values), target.index());
        };
    }

    private void numbers(Predicted predicted) {
        numbers("variable", predicted.values(), predicted.targets());
    }

    private void numbers(String name, Value value, int width) {
        builder.output(name, g.cast(value, g.number()), rows(), Dimension.of(width));
    }

    private void groups(Grouped grouped) {
        builder.output("label", grouped.label(), rows());
        if (grouped.scores().isPresent()) {
            numbers("scores", grouped.scores().get(), grouped.width());
        }
    }

    private void transformed(Estimator root, Features result) throws Problem {
        int texts = 0;
        for (int i = 0; i < result.width(); i++) {
            texts += result.isText(i).orElse(false) ? 1 : 0;
        }
        if (texts > 0 && texts < result.width()) {
            throw root.refuse("sklearn.mixedOutput");
        }
        Value value = texts > 0 ? result.texts(g) : result.numbers(g.number(), g);
        if (value.type() == ElementType.STRING) {
            builder.output("transformed", value, rows(), Dimension.of(result.width()));
        } else {
            numbers("transformed", value, result.width());
        }
    }

    private static Dimension rows() {
        return Dimension.of("N");
    }
}
