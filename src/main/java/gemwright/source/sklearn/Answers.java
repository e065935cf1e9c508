package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorConverter.Classifier;
import gemwright.source.sklearn.EstimatorConverter.Grouper;
import gemwright.source.sklearn.EstimatorConverter.Invertible;
import gemwright.source.sklearn.EstimatorConverter.Regressor;
import gemwright.source.sklearn.EstimatorConverter.Transformer;
import gemwright.source.sklearn.EstimatorConverter.Wrapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks estimators through their converters, and collects what is refused.
///
/// A refused estimator answers with a placeholder, so that the others are still looked at and the
/// user is told everything at once; [#finish] then throws, and no model comes out.
final class Answers {
    private final Estimators estimators;
    private final EstimatorGraph graph;
    private final List<Problem.Part> refused = new ArrayList<>();
    private String path = "";

    Answers(Estimators estimators, EstimatorGraph graph) {
        this.estimators = estimators;
        this.graph = graph;
    }

    /// One question to a converter.
    @FunctionalInterface
    interface Question<C, R> {
        R ask(C converter) throws Problem;
    }

    /// An estimator that speaks for itself, and the columns that it is given.
    ///
    /// @param converter knows it; never a [Wrapper]
    record Speaker(Estimator estimator, EstimatorConverter converter, Features x) {}

    /// What stands at the end of a chain of wrappers.
    ///
    /// @param speaker empty where the columns are the answer, or where something was refused
    record Chain(Optional<Speaker> speaker, Features x) {}

    Features transform(Estimator estimator, Features x) {
        Chain chain = unwrap(estimator, x);
        if (chain.speaker().isEmpty()) {
            return chain.x();
        }
        Speaker speaker = chain.speaker().get();
        return ask(
                        speaker,
                        Transformer.class,
                        c -> c.transform(speaker.estimator(), speaker.x(), graph))
                .orElseGet(() -> Features.unknown(placeholder()));
    }

    Features inverse(Estimator estimator, Features x) {
        return unwrap(estimator, x)
                .speaker()
                .flatMap(s -> ask(s, Invertible.class, c -> c.inverse(s.estimator(), s.x(), graph)))
                .orElseGet(() -> Features.unknown(placeholder()));
    }

    List<Classified> classify(Estimator estimator, Features x) {
        return unwrap(estimator, x)
                .speaker()
                .flatMap(
                        s -> ask(s, Classifier.class, c -> c.classify(s.estimator(), s.x(), graph)))
                .orElseGet(() -> List.of(unknownClasses()));
    }

    Predicted predict(Estimator estimator, Features x) {
        return unwrap(estimator, x)
                .speaker()
                .flatMap(s -> ask(s, Regressor.class, c -> c.predict(s.estimator(), s.x(), graph)))
                .orElseGet(() -> new Predicted(placeholder(), 1));
    }

    /// What a clusterer or an outlier detector says; empty where it is refused.
    Optional<Grouped> group(Estimator estimator, Features x) {
        return unwrap(estimator, x)
                .speaker()
                .flatMap(s -> ask(s, Grouper.class, c -> c.group(s.estimator(), s.x(), graph)));
    }

    /// Follows wrappers until an estimator speaks for itself.
    Chain unwrap(Estimator estimator, Features x) {
        Optional<EstimatorConverter> converter = estimators.find(estimator);
        if (converter.isEmpty()) {
            refuse(estimators.unknown(estimator));
            return new Chain(Optional.empty(), Features.unknown(placeholder()));
        }
        if (!(converter.get() instanceof Wrapper wrapper)) {
            Speaker speaker = new Speaker(estimator, converter.get(), x);
            return new Chain(Optional.of(speaker), x);
        }
        Optional<Wrapped> wrapped =
                at(estimator.path(), wrapper, w -> w.unwrap(estimator, x, graph));
        if (wrapped.isEmpty()) {
            return new Chain(Optional.empty(), Features.unknown(placeholder()));
        }
        Features inside = wrapped.get().x();
        return wrapped.get()
                .inner()
                .map(inner -> unwrap(inner, inside))
                .orElseGet(() -> new Chain(Optional.empty(), inside));
    }

    /// Asks a speaker in a role; empty, and the reason kept, where it refuses or has not that role.
    private <C, R> Optional<R> ask(Speaker speaker, Class<C> role, Question<C, R> question) {
        if (!role.isInstance(speaker.converter())) {
            String wanted = role.getSimpleName().toLowerCase(java.util.Locale.ROOT);
            refuse(speaker.estimator().refuse("sklearn.role." + wanted));
            return Optional.empty();
        }
        return at(
                speaker.estimator().path(),
                role.cast(speaker.converter()),
                converter -> {
                    checkWidth(speaker);
                    return question.ask(converter);
                });
    }

    /// A file may be damaged, or made to deceive: an estimator that reads columns which are not
    /// there must not come out as a model.
    private static void checkWidth(Speaker speaker) throws Problem {
        Estimator estimator = speaker.estimator();
        if (!speaker.x().isUnknown() && estimator.has("n_features_in_")) {
            int expected = estimator.integer("n_features_in_");
            if (expected != speaker.x().width()) {
                throw estimator.refuse("sklearn.width", expected, speaker.x().width());
            }
        }
    }

    /// Asks a converter about the estimator at that path; empty, and the reason kept, where it
    /// refuses.
    <C, R> Optional<R> at(String where, C converter, Question<C, R> question) {
        String outer = path;
        path = where;
        try {
            return Optional.of(question.ask(converter));
        } catch (Problem reason) {
            refuse(reason);
            return Optional.empty();
        } finally {
            path = outer;
        }
    }

    /// Path of the estimator that is being asked.
    String path() {
        return path;
    }

    /// Throws what was refused, the same reason once with its number of places.
    void finish() throws Problem {
        if (refused.isEmpty()) {
            return;
        }
        Map<List<Object>, Problem.Part> merged = new LinkedHashMap<>();
        for (Problem.Part part : new LinkedHashSet<>(refused)) {
            merged.merge(
                    List.of(part.key(), part.arguments()),
                    part,
                    (a, b) ->
                            new Problem.Part(
                                    a.key(), a.where(), a.arguments(), a.count() + b.count()));
        }
        throw Problem.of(List.copyOf(merged.values()));
    }

    private void refuse(Problem reason) {
        refused.addAll(reason.parts());
    }

    /// Stands for numbers of an estimator that was refused.
    Value placeholder() {
        return graph.doubles("refused", new double[] {0});
    }

    private Classified unknownClasses() {
        Value unknown = placeholder();
        return new Classified(
                Labels.counted(2), unknown, Optional.of(unknown), Optional.of(unknown));
    }
}
