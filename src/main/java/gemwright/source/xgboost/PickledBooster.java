package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleBytes;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Labels;

import java.util.OptionalInt;

/// The booster inside a pickled scikit-learn wrapper, and what the wrapper adds to it.
final class PickledBooster {
    private final Estimator fitted;
    private final Booster booster;

    private PickledBooster(Estimator fitted, Booster booster) {
        this.fitted = fitted;
        this.booster = booster;
    }

    /// The booster of a fitted wrapper.
    static PickledBooster of(Estimator fitted) throws Problem {
        Estimator inner = fitted.part("_Booster");
        PickleValue handle = inner.get("handle").orElseThrow(() -> inner.unreadable("handle"));
        if (!(handle instanceof PickleBytes bytes)) {
            throw inner.unreadable("handle");
        }
        return new PickledBooster(fitted, XgboostFormat.read(bytes.segment(), inner.path()));
    }

    Columns columns() {
        return BoosterColumns.of(booster);
    }

    /// What it says, up to the best iteration where training stopped early.
    BoosterAnswers answers() throws Problem {
        OptionalInt best = booster.bestIteration();
        double missing = fitted.number("missing", Double.NaN);
        return new BoosterAnswers(booster, best, missing, fitted.path());
    }

    /// The classes: up to 1.5 an encoder knows them, later they are 0, 1, 2 …
    Labels labels(BoosterAnswers answers) throws Problem {
        if (answers.classes() == 0) {
            return new Labels.Indicators(booster.groups());
        }
        Labels labels =
                fitted.has("_le")
                        ? fitted.part("_le").labels("classes_")
                        : Labels.counted(answers.classes());
        if (labels.size() != answers.classes()) {
            throw fitted.unreadable("_le");
        }
        return labels;
    }
}
