package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleBytes;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Labels;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/// The booster inside a pickled scikit-learn wrapper, and what the wrapper adds to it.
final class PickledBooster {
    private final Estimator fitted;
    private final Estimator inner;
    private final Booster booster;

    private PickledBooster(Estimator fitted, Estimator inner, Booster booster) {
        this.fitted = fitted;
        this.inner = inner;
        this.booster = booster;
    }

    /// The booster of a fitted wrapper.
    static PickledBooster of(Estimator fitted) throws Problem {
        Estimator inner = fitted.part("_Booster");
        String key = inner.has("_handle") ? "_handle" : "handle"; // up to 3.3 the latter
        Optional<PickleValue> handle = inner.get(key);
        Optional<String> text = handle.flatMap(PickledBooster::text);
        String found = text.orElseThrow(() -> inner.unreadable(key));
        return new PickledBooster(fitted, inner, BoosterText.read(found, inner.path()));
    }

    private static Optional<String> text(PickleValue value) {
        return value instanceof PickleBytes bytes
                ? Optional.of(
                        new String(
                                bytes.segment().toArray(ValueLayout.JAVA_BYTE),
                                StandardCharsets.UTF_8))
                : value.asText();
    }

    Columns columns() throws Problem {
        return fitted.has("feature_names_in_") ? Columns.of(fitted) : BoosterColumns.of(booster);
    }

    /// What it says, up to the best iteration where training stopped early.
    BoosterAnswers answers() throws Problem {
        int best = inner.integer("best_iteration", 0);
        return new BoosterAnswers(
                booster, best > 0 ? OptionalInt.of(best) : OptionalInt.empty(), fitted.path());
    }

    /// The classes.
    Labels labels(BoosterAnswers answers) throws Problem {
        Labels labels = fitted.labels("_classes");
        if (labels.size() != answers.classes()) {
            throw fitted.unreadable("_classes");
        }
        return labels;
    }
}
